import ReviewWidget
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct ServicesDatasetTests {
  @Test(
    "Services are imported with the contract's columns, and exported the same way",
    arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let file = """
      slug,kind,name_ja,name_en,department,status,url
      koseki,counter,戸籍窓口,Family register,市民課,open,https://www.city.example.jp/koseki
      tennyu,procedure,転入届,,,closed,

      """
    let report = try tenant.load("review-services", file)
    #expect(report.created == 2)
    #expect(try tenant.export("review-services") == file)
    let again = try tenant.load("review-services", file)
    #expect([again.created, again.updated, again.unchanged] == [0, 0, 2])
    #expect(
      try tenant.audited() == [
        "reviews.dataset.imported review-services", "reviews.dataset.imported review-services",
      ])
  }

  @Test(
    "The header may use the Japanese labels, in any order and width",
    arguments: Engine.allCases,
    [
      "種類,名称,識別名\n窓口,戸籍窓口,koseki\n", "識別名,種類,名称\nkoseki,counter,戸籍窓口\n",
      "ｎａｍｅ＿ｊａ,Kind,slug\n戸籍窓口,COUNTER,koseki\n",
      "\u{FEFF}kind,name_ja,slug\r\ncounter,戸籍窓口,koseki\r\n",
    ])
  func header(engine: Engine, file: String) throws {
    let tenant = try ReviewTenant(engine)
    let report = try tenant.load("review-services", file)
    #expect(report.isAccepted)
    #expect(
      try tenant.export("review-services")
        == "slug,kind,name_ja,name_en,department,status,url\nkoseki,counter,戸籍窓口,,,open,\n")
  }

  @Test("A file from Excel in CP932 with CR LF is read", arguments: Engine.allCases)
  func cp932(engine: Engine) throws {
    // 「窓口」 and 「戸籍」 in Shift_JIS (JIS X 0208): 91 8B 8C FB and 8C CB 90 D0.
    let file =
      Array("kind,name_ja,slug\r\n".utf8) + [0x91, 0x8B, 0x8C, 0xFB, 0x2C, 0x8C, 0xCB, 0x90, 0xD0]
      + Array(",koseki\r\n".utf8)
    let tenant = try ReviewTenant(engine)
    let report = try tenant.load("review-services", file)
    #expect(report.isAccepted)
    #expect(try tenant.export("review-services").contains("koseki,counter,戸籍,"))
  }

  @Test(
    "Without a slug, a known name is the known service, and a new one gets a slug",
    arguments: Engine.allCases)
  func slugs(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let file = "kind,name_ja,name_en\ncounter,戸籍窓口,\ncounter,税窓口,Tax Counter\n"
    #expect(try tenant.load("review-services", file).created == 2)
    #expect(try tenant.load("review-services", file).unchanged == 2)
    let changed = try tenant.load("review-services", "kind,name_ja,status\ncounter,戸籍窓口,closed\n")
    #expect(changed.updated == 1)
    let exported = try tenant.export("review-services")
    #expect(exported.contains("counter-1,counter,戸籍窓口,,,closed,\n"))
    #expect(exported.contains("tax-counter,counter,税窓口,Tax Counter,,open,\n"))
  }

  @Test("The channels that staff chose survive an import", arguments: Engine.allCases)
  func channels(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲\n")
    try tenant.store.write { transaction in
      try transaction.execute("UPDATE reviews_services SET channels = 'kiosk' WHERE slug = 'a'")
    }
    #expect(try tenant.load("review-services", "slug,kind,name_ja\na,counter,乙\n").updated == 1)
    #expect(
      try tenant.count("SELECT COUNT(*) FROM reviews_services WHERE channels = 'kiosk'") == 1)
  }

  @Test(
    "A bad file is refused by line and column, and changes nothing",
    arguments: Engine.allCases,
    [
      ("kind\ncounter\n", "line 1: The required column “name_ja”"),
      (
        "kind,name_ja,colour\ncounter,甲,red\n",
        "line 1, column 3 (colour): There is no such column."
      ),
      ("kind,name_ja,statsu\ncounter,甲,open\n", "Did you mean “status”?"),
      (
        "kind,name_ja,kind\ncounter,甲,counter\n",
        "line 1, column 3 (kind): Column 1 is the same column."
      ),
      ("kind,name_ja\ncounter,甲\ncounter\n", "line 3: The row has 1 values and the header 2."),
      ("kind,name_ja\ncounter,甲,乙\n", "line 2: The row has 3 values and the header 2."),
      ("kind,name_ja\nwindow,甲\n", "line 2, column 1 (kind): “window” is not accepted."),
      ("kind,name_ja\n,甲\n", "line 2, column 1 (kind): The value is missing."),
      ("kind,name_ja\ncounter,\n", "line 2, column 2 (name_ja): The value is missing."),
      ("kind,name_ja,slug\ncounter,甲,a_b\n", "line 2, column 3 (slug): “a_b” is not accepted."),
      (
        "kind,name_ja,status\ncounter,甲,maybe\n",
        "line 2, column 3 (status): “maybe” is not accepted."
      ),
      (
        "kind,name_ja,url\ncounter,甲,javascript:x\n",
        "line 2, column 3 (url): “javascript:x” is not accepted."
      ),
      (
        "kind,name_ja\ncounter,\"甲\n",
        "line 2, column 2 (name_ja): The quote (\") that begins here is not closed."
      ),
      ("", "line 1: The file is empty."),
      (
        "kind,name_ja,slug\ncounter,甲,a\ncounter,乙,a\n",
        "line 3, column 3 (slug): Line 2 is about the same service. Keep one of them."
      ), ("kind,name_ja\ncounter,\"甲\n乙\"\n", "line 2, column 2 (name_ja)"),
    ])
  func refused(engine: Engine, example: (file: String, problem: String)) throws {
    let (file, problem) = example
    let tenant = try ReviewTenant(engine)
    for report in [
      try tenant.dryRun("review-services", file), try tenant.load("review-services", file),
    ] {
      #expect(report.problems.count == 1)
      let text = report.problems.first.first?.text(.en) ?? ""
      #expect(text.contains(problem))
    }
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_services") == 0)
    #expect(try tenant.audited().isEmpty)
  }
}
