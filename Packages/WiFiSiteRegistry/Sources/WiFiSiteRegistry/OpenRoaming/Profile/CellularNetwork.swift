import YuiText

/// A mobile network whose SIM cards are taken: country code and network code, `440,10`.
struct CellularNetwork: CheckedText {
  /// Three digits.
  let country: String
  /// Two or three digits.
  let network: String

  init(checking text: String) throws(ValueProblem) {
    let parts = text.split(omittingEmptySubsequences: false) { ",- ".contains($0) }
    guard parts.count == 2, parts.allSatisfy(\.isDigits), parts[0].count == 3,
      2...3 ~= parts[1].count
    else {
      throw ValueProblem(
        ja: "MCC（3桁）とMNC（2桁か3桁）をコンマで区切って入力してください。例）440,10",
        en: "Enter MCC (3 digits) and MNC (2 or 3 digits) with a comma between, such as 440,10.")
    }
    (country, network) = (String(parts[0]), String(parts[1]))
  }

  /// The network of a realm such as `wlan.mnc010.mcc440.3gppnetwork.org`; nil for any other realm.
  ///
  /// A network code of two digits has a 0 in front there.
  init?(realm: String) {
    let labels = realm.split(separator: ".")
    guard labels.count == 5, labels[0] == "wlan", labels[1].hasPrefix("mnc"),
      labels[2].hasPrefix("mcc"), labels[3] == "3gppnetwork", labels[4] == "org"
    else { return nil }
    let (network, country) = (labels[1].dropFirst(3), labels[2].dropFirst(3))
    guard network.count == 3, country.count == 3, network.isDigits, country.isDigits else {
      return nil
    }
    self.country = String(country)
    self.network = String(network.first == "0" ? network.dropFirst() : network)
  }

  var description: String { "\(country),\(network)" }

  /// The realm that phones name when they sign in by SIM.
  var realm: String {
    "wlan.mnc\(network.count == 2 ? "0" : "")\(network).mcc\(country).3gppnetwork.org"
  }
}
