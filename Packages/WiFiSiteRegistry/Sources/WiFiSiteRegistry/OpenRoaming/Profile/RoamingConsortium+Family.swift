import YuiText

extension RoamingConsortium {
  /// Whose identifier it is, and with it who pays for a visit.
  enum Family: Sendable, Hashable, CaseIterable {
    /// OpenRoaming, for which nobody pays.
    case settlementFree
    /// OpenRoaming that the visitor's operator pays for.
    case settled
    /// The identifier from before OpenRoaming had its own; access points announce it beside.
    case legacy
    /// The roaming service of universities.
    case eduroam
    /// Any other.
    case other
  }

  /// `5A03BA0000`: everybody's, settlement-free; without it most phones don't find the network.
  static let everyone = RoamingConsortium(octets: [0x5A, 0x03, 0xBA, 0, 0])
  /// `004096`.
  static let legacy = RoamingConsortium(octets: [0x00, 0x40, 0x96])
  /// `001BC50460`.
  static let eduroam = RoamingConsortium(octets: [0x00, 0x1B, 0xC5, 0x04, 0x60])

  /// How many an access point tells in its beacons; a phone has to ask for the others.
  static let mostInBeacons = 3

  private init(octets: [UInt8]) { self.octets = octets }

  var family: Family {
    if self == .legacy { return .legacy }
    if self == .eduroam { return .eduroam }
    guard octets.count == 3 || octets.count == 5 else { return .other }
    return switch Array(octets.prefix(3)) {
    case [0x5A, 0x03, 0xBA]: .settlementFree
    case [0xBA, 0xA2, 0xD0]: .settled
    default: .other
    }
  }

  /// Whether it is one of OpenRoaming, also by the older identifier.
  var isOpenRoaming: Bool {
    switch family {
    case .settlementFree, .settled, .legacy: true
    case .eduroam, .other: false
    }
  }

  /// What its octets 4 and 5 ask of visitors; nil where they have no such meaning.
  var policy: RoamingPolicy? {
    guard octets.count == 5, family == .settlementFree || family == .settled else { return nil }
    return RoamingPolicy(octet4: octets[3], octet5: octets[4])
  }

  /// What it means, in words.
  var meaning: LocalizedText {
    guard let policy else { return family.name }
    return LocalizedText(
      ja: "\(family.name[.ja])：\(policy.words[.ja])",
      en: "\(family.name[.en]): \(policy.words[.en])")
  }
}

extension RoamingConsortium.Family {
  var name: LocalizedText {
    switch self {
    case .settlementFree:
      LocalizedText(ja: "OpenRoaming（精算なし）", en: "OpenRoaming, settlement-free")
    case .settled: LocalizedText(ja: "OpenRoaming（精算あり）", en: "OpenRoaming, settled")
    case .legacy: LocalizedText(ja: "以前のOpenRoaming", en: "OpenRoaming before it had its own")
    case .eduroam: LocalizedText(everywhere: "eduroam")
    case .other: LocalizedText(ja: "その他の事業者", en: "Another organisation")
    }
  }
}

extension RoamingConsortium: CheckedText {
  init(checking text: String) throws(ValueProblem) {
    if let known = RoamingConsortium(text) {
      self = known
      return
    }
    let digits = text.utf8.filter { !"-: ".utf8.contains($0) }
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
      throw ValueProblem(
        ja: "16進数（0〜9、A〜F）で入力してください。例）5A03BA0000",
        en: "Enter hexadecimal digits (0–9, A–F), such as 5A03BA0000.")
    }
    guard digits.count.isMultiple(of: 2) else {
      throw ValueProblem(
        ja: "16進数の桁数が奇数です。1オクテットは2桁です。例）5A03BA0000",
        en: "The number of digits is odd; an octet has two, such as 5A03BA0000.")
    }
    throw ValueProblem(
      ja: "3オクテット（6桁）から15オクテット（30桁）で入力してください。例）5A03BA0000",
      en: "Enter 3 octets (6 digits) to 15 octets (30 digits), such as 5A03BA0000.")
  }
}
