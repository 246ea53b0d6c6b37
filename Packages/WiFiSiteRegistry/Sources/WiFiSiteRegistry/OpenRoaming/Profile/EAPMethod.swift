import YuiText

/// A way to sign in that a realm takes: the number of an EAP method and what goes with it, written as
/// hostapd does: `21[2:4][5:7]`.
struct EAPMethod: CheckedText {
  /// The most that hostapd takes of one method.
  static let mostParameters = 4

  /// The number that IANA gave the method.
  let type: UInt8
  let parameters: [Parameter]

  /// An authentication parameter (IEEE 802.11, ANQP NAI Realm).
  struct Parameter: Sendable, Hashable {
    let id: UInt8
    let value: UInt8
  }

  init(type: UInt8, parameters: [Parameter] = []) {
    (self.type, self.parameters) = (type, parameters)
  }

  init(checking text: String) throws(ValueProblem) {
    let end = text.firstIndex(of: "[") ?? text.endIndex
    guard text[..<end].isDigits, let type = UInt8(text[..<end]), type > 0 else {
      throw Self.unreadable
    }
    var parameters: [Parameter] = []
    var rest = text[end...]
    while !rest.isEmpty {
      guard rest.first == "[", let close = rest.firstIndex(of: "]") else { throw Self.unreadable }
      parameters.append(try Parameter(checking: rest.dropFirst().prefix(upTo: close)))
      rest = rest[rest.index(after: close)...]
    }
    guard parameters.count <= Self.mostParameters else {
      throw ValueProblem(
        ja: "1つのEAP方式に付けられる項目は\(Self.mostParameters)個までです。",
        en: "An EAP method takes \(Self.mostParameters) parameters at most.")
    }
    self.init(type: type, parameters: parameters)
  }

  var description: String {
    "\(type)" + parameters.map { "[\($0.id):\($0.value)]" }.joined()
  }

  /// Whether it asks the SIM of a phone.
  var usesSIM: Bool { Self.simTypes.contains(type) }
  /// EAP-TTLS with a user's name and password by MSCHAPv2, which phones are set up for.
  static let usual = EAPMethod(
    type: 21, parameters: [Parameter(id: 2, value: 4), Parameter(id: 5, value: 7)])

  private static let simTypes: Set<UInt8> = [18, 23, 50]

  /// Whether phones and identity providers sign in to Wi-Fi by it: TLS, SIM, TTLS, AKA, PEAP, FAST,
  /// AKA', PWD and TEAP, by their numbers at IANA.
  var isUsed: Bool { Self.usedTypes.contains(type) }

  private static let usedTypes: Set<UInt8> = [13, 18, 21, 23, 25, 43, 50, 52, 55]
  private static let unreadable = ValueProblem(
    ja: "EAP方式は番号と[項目:値]で入力してください。例）21[2:4][5:7]（EAP-TTLS、MSCHAPv2、パスワード）",
    en: "Enter the number of an EAP method and [id:value], such as 21[2:4][5:7] "
      + "(EAP-TTLS, MSCHAPv2, password).")
}

extension EAPMethod.Parameter {
  init(checking text: Substring) throws(ValueProblem) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(\.isDigits),
      let id = UInt8(parts[0]), let value = UInt8(parts[1])
    else {
      throw ValueProblem(
        ja: "[項目:値] の形で入力してください。例）[2:4]", en: "Write [id:value], such as [2:4].")
    }
    guard Self.values[id]?.contains(value) == true else {
      throw ValueProblem(
        ja: "[\(id):\(value)] は使えません。項目は2（内側の認証、1〜4）、3（内側のEAP方式）、5（資格情報、1〜10）、"
          + "6（トンネル内の資格情報、1〜10）です。",
        en:
          "[\(id):\(value)] is not known. The ids are 2 (inner authentication, 1–4), 3 (inner EAP "
          + "method), 5 (credential, 1–10) and 6 (tunnelled credential, 1–10).")
    }
    (self.id, self.value) = (id, value)
  }

  private static let values: [UInt8: ClosedRange<UInt8>] = [
    2: 1...4, 3: 1...255, 5: 1...10, 6: 1...10,
  ]
}
