import Testing
import YuiTenancy

@Suite struct LocalGovernmentCodeTests {
  // Codes as the Ministry of Internal Affairs publishes them (全国地方公共団体コード).
  @Test(
    "A published code is read",
    arguments: [
      ("010006", 1), ("011002", 1), ("130001", 13), ("131016", 13), ("131041", 13),
      ("132012", 13), ("133035", 13), ("141003", 14), ("221309", 22), ("231002", 23),
      ("261009", 26), ("271004", 27), ("401307", 40), ("470007", 47), ("472018", 47),
    ])
  func published(code: String, prefecture: Int) throws {
    let read = try LocalGovernmentCode(code)
    #expect(read.description == code)
    #expect(read.prefecture == prefecture)
  }

  // 鶴見区 (a ward of a designated city) and 清水市 (merged into 静岡市 in 2003).
  @Test("A code that is not in the shipped list may be named", arguments: ["141011", "222046"])
  func unlisted(code: String) throws {
    #expect(try LocalGovernmentCode(code).description == code)
    #expect(LocalGovernment.named(code) == nil)
  }

  @Test("Every shipped code is valid, and any other check digit is refused with the right one")
  func everyShippedCode() {
    var wrong: [String] = []
    for government in LocalGovernment.all {
      let code = government.code
      if (try? LocalGovernmentCode(code)) == nil { wrong.append(code) }
      for digit in 0...9 where "\(digit)" != code.suffix(1) {
        let changed = "\(code.prefix(5))\(digit)"
        if refusal(of: changed) != .wrongCheckDigit(changed, suggestion: code) {
          wrong.append(changed)
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("A wrong check digit is refused with the code and the name that was probably meant")
  func suggestion() {
    #expect(
      refusal(of: "131042")?.description
        == "'131042' has a wrong check digit: did you mean 131041 (東京都新宿区)?")
    #expect(
      refusal(of: "141010")?.description
        == "'141010' has a wrong check digit: did you mean 141011?")
  }

  @Test(
    "What is not six digits is refused",
    arguments: [
      "", "1", "13104", "1310411", "13104a", "１３１０４１", " 131041", "131041 ", "+31041", "-31041",
      "13 041", "131041\u{0}", "٠١٢٣٤٥",
    ])
  func notSixDigits(text: String) {
    #expect(refusal(of: text) == .notSixDigits(text))
  }

  @Test("A prefecture that does not exist is refused", arguments: ["000000", "481009", "990000"])
  func unknownPrefecture(text: String) {
    #expect(refusal(of: text) == .unknownPrefecture(text))
  }

  @Test("Codes are ordered from north to south")
  func order() throws {
    let codes = try ["472018", "010006", "131041", "131016"].map { try LocalGovernmentCode($0) }
    #expect(codes.sorted().map(\.description) == ["010006", "131016", "131041", "472018"])
  }

  private func refusal(of text: String) -> TenantKeyError? {
    do throws(TenantKeyError) {
      _ = try LocalGovernmentCode(text)
      return nil
    } catch {
      return error
    }
  }
}

@Suite struct TenantKeyTests {
  @Test(
    "A key is a code, or a code and a label",
    arguments: [
      ("131041", "", "新宿区"), ("131041-training", "training", "新宿区 (training)"),
      ("131041-2", "2", "新宿区 (2)"), ("131041-a-b", "a-b", "新宿区 (a-b)"),
      ("131041-abcdefghij0123456789", "abcdefghij0123456789", "新宿区 (abcdefghij0123456789)"),
    ])
  func read(text: String, label: String, name: String) throws {
    let key = try TenantKey(text)
    #expect(key.code.description == "131041")
    #expect(key.label == label)
    #expect(key.description == text)
    #expect(key.defaultName == name)
  }

  @Test("A code that is not in the list has no name of its own")
  func unlisted() throws {
    #expect(try TenantKey("141011").defaultName == nil)
    #expect(try TenantKey("141011-training").defaultName == nil)
  }

  @Test(
    "A label that could not stand in a host name is refused",
    arguments: [
      "", "-", "-a", "a-", "A", "a_b", "a.b", "a/b", "..", "あ", "a b",
      "abcdefghij01234567890",
    ])
  func badLabel(label: String) {
    #expect(throws: TenantKeyError.badLabel(label)) { try TenantKey("131041-\(label)") }
  }

  @Test("The code in a key is checked like any other")
  func badCode() {
    #expect(throws: TenantKeyError.wrongCheckDigit("131042", suggestion: "131041")) {
      try TenantKey("131042-training")
    }
    #expect(throws: TenantKeyError.notSixDigits("")) { try TenantKey("-training") }
  }
}
