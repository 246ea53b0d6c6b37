import YuiText

extension EAPMethod {
  /// The method's own name.
  var name: String { Self.name(of: type) }

  static func name(of type: UInt8) -> String {
    switch type {
    case 13: "EAP-TLS"
    case 18: "EAP-SIM"
    case 21: "EAP-TTLS"
    case 23: "EAP-AKA"
    case 25: "PEAP"
    case 26: "MSCHAPv2"
    case 43: "EAP-FAST"
    case 50: "EAP-AKA'"
    case 52: "EAP-pwd"
    case 55: "TEAP"
    default: "EAP \(type)"
    }
  }

  /// The method with its parameters, in words: "EAP-TTLS (MSCHAPV2, user name and password)".
  var words: LocalizedText {
    guard !parameters.isEmpty else { return LocalizedText(everywhere: name) }
    let names = parameters.map(\.name)
    return LocalizedText(
      ja: "\(name)（\(names.map { $0[.ja] }.joined(separator: "、"))）",
      en: "\(name) (\(names.map { $0[.en] }.joined(separator: ", ")))")
  }
}

extension EAPMethod.Parameter {
  var name: LocalizedText {
    let number = LocalizedText(everywhere: "[\(id):\(value)]")
    return switch id {
    case 2: Self.inner[value].map { LocalizedText(everywhere: $0) } ?? number
    case 3: LocalizedText(everywhere: EAPMethod.name(of: value))
    case 5, 6: Self.credentials[value] ?? number
    default: number
    }
  }

  private static let inner: [UInt8: String] = [1: "PAP", 2: "CHAP", 3: "MSCHAP", 4: "MSCHAPv2"]
  private static let credentials: [UInt8: LocalizedText] = [
    1: LocalizedText(everywhere: "SIM"), 2: LocalizedText(everywhere: "USIM"),
    3: LocalizedText(ja: "NFCのセキュアエレメント", en: "NFC secure element"),
    4: LocalizedText(ja: "ハードウェアトークン", en: "hardware token"),
    5: LocalizedText(ja: "ソフトトークン", en: "soft token"),
    6: LocalizedText(ja: "証明書", en: "certificate"),
    7: LocalizedText(ja: "ユーザー名とパスワード", en: "user name and password"),
    9: LocalizedText(ja: "匿名", en: "anonymous"),
    10: LocalizedText(ja: "事業者独自", en: "vendor specific"),
  ]
}
