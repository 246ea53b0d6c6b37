import YuiText

/// Realms whose users can sign in here, and how (ANQP NAI Realm), written as hostapd does:
/// `0,example.com;example.net,13[5:6],21[2:4][5:7]`.
struct NAIRealm: CheckedText {
  /// The most that hostapd takes in one line.
  static let mostMethods = 5
  static let mostNames = 10

  /// How the names are encoded.
  enum Encoding: UInt8, Sendable {
    /// As RFC 4282 says: names of domains.
    case domain = 0
    /// UTF-8 of another form.
    case free = 1
  }

  let encoding: Encoding
  let names: [String]
  let methods: [EAPMethod]

  init(checking text: String) throws(ValueProblem) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmingWhitespace
    }
    guard let number = parts.first, number.isDigits, let value = UInt8(number),
      let encoding = Encoding(rawValue: value)
    else {
      throw ValueProblem(
        ja: "先頭に符号化の番号（0：ドメイン名、1：その他のUTF-8）とコンマを付けてください。例）0,example.org,21[2:4][5:7]",
        en:
          "Begin with the number of the encoding (0: names of domains, 1: other UTF-8) and a comma, "
          + "such as 0,example.org,21[2:4][5:7].")
    }
    guard parts.count >= 2 else {
      throw ValueProblem(
        ja: "番号の後にレルムを入力してください。例）0,example.org", en: "Name a realm after it, such as 0,example.org."
      )
    }
    self.encoding = encoding
    var names: [String] = []
    for name in parts[1].split(separator: ";", omittingEmptySubsequences: false) {
      names.append(try Self.checked(String(name).trimmingWhitespace, encoding))
    }
    var methods: [EAPMethod] = []
    for method in parts.dropFirst(2) { methods.append(try EAPMethod(checking: method)) }
    self.names = names
    self.methods = methods
    try checkCounts()
  }

  private func checkCounts() throws(ValueProblem) {
    guard Set(names).count == names.count, Set(methods.map(\.type)).count == methods.count else {
      throw ValueProblem(
        ja: "同じレルムかEAP方式が2回あります。", en: "A realm or an EAP method is there twice.")
    }
    guard names.count <= Self.mostNames, methods.count <= Self.mostMethods,
      names.joined(separator: ";").utf8.count <= 255
    else {
      throw ValueProblem(
        ja: "1行のレルムは\(Self.mostNames)個（合わせて255オクテット）、EAP方式は\(Self.mostMethods)個までです。行を分けてください。",
        en:
          "A line takes \(Self.mostNames) realms (255 octets together) and \(Self.mostMethods) EAP "
          + "methods. Use more lines.")
    }
  }

  private static func checked(
    _ name: String, _ encoding: Encoding
  ) throws(ValueProblem) -> String {
    switch encoding {
    case .domain: return try DomainName(checking: name).description
    case .free:
      guard !name.isEmpty, name.isPlainLine, !name.contains(where: { " []@".contains($0) }) else {
        throw ValueProblem(
          ja: "レルムに空白、[ ]、@ や制御文字は使えません。",
          en: "A realm has no spaces, brackets, @ or control characters.")
      }
      return name
    }
  }

  var description: String {
    (["\(encoding.rawValue)", names.joined(separator: ";")] + methods.map(\.description))
      .joined(separator: ",")
  }

  /// The mobile networks whose realms are among these (3GPP TS 23.003, 14.2).
  var cellularNetworks: [CellularNetwork] { names.compactMap(CellularNetwork.init(realm:)) }
  /// Whether users sign in by SIM.
  var usesSIM: Bool { methods.contains(where: \.usesSIM) || !cellularNetworks.isEmpty }
}
