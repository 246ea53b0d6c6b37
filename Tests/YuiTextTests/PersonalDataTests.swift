import Testing
import YuiText

@Suite("Personal data in free text")
struct PersonalDataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let masked: String
    var testDescription: String { text }
    init(_ text: String, _ masked: String) {
      self.text = text
      self.masked = masked
    }
  }

  /// Check digits by 平成26年総務省令第85号第5条, worked out by hand.
  ///
  /// For 12345678901 the sum of Pn × Qn is 212, the rest 3, the digit 8; for 02345678901 it is 206,
  /// the rest 8, the digit 3; for 00000000006 it is 12, the rest 1, the digit 0.
  @Test(
    "Individual numbers are told by their check digit",
    arguments: [
      Case("123456789018です", "［個人番号］です"),
      Case("マイナンバー：1234-5678-9018", "マイナンバー：［個人番号］"),
      Case("１２３４　５６７８　９０１８", "［個人番号］"),
      Case("1234−5678−9018。", "［個人番号］。"),
      Case("123 456 789 018", "［個人番号］"),
      Case("1 2 3 4 5 6 7 8 9 0 1 8", "［個人番号］"),
      Case("023456789013", "［個人番号］"),
      Case("000000000060", "［個人番号］"),
      // The wrong digit, and a number of the right digit in a shape nobody writes.
      Case("123456789012", "123456789012"),
      Case("受付番号 12345-6789018", "受付番号 12345-6789018"),
    ])
  func individualNumbers(row: Case) {
    let (text, found) = PersonalData.mask(row.text)
    #expect(text == row.masked)
    #expect(found == (row.text == row.masked ? [] : [.individualNumber]))
  }

  /// Test numbers that card companies publish.
  @Test(
    "Card numbers are told by their length and check digit",
    arguments: [
      Case("4111111111111111", "［カード番号］"), Case("4111 1111 1111 1111で", "［カード番号］で"),
      Case("5555-5555-5555-4444", "［カード番号］"), Case("3782 822463 10005", "［カード番号］"),
      Case("３５６６ー００２０ー２０３６ー０５０５", "［カード番号］"), Case("3056 930902 5904", "［カード番号］"),
      Case("6011111111111117", "［カード番号］"), Case("4222222222222", "［カード番号］"),
      Case("4111111111111112", "4111111111111112"),
      Case("41111111111111111111", "41111111111111111111"),
    ])
  func cardNumbers(row: Case) {
    let (text, found) = PersonalData.mask(row.text)
    #expect(text == row.masked)
    #expect(found == (row.text == row.masked ? [] : [.cardNumber]))
  }

  @Test(
    "A short text in ASCII is looked at as any other",
    arguments: [
      Case("window-3", "window-3"), Case("tel 12345", "tel 12345"),
      Case("tel 123456", "tel ［電話番号］"), Case("x@example.jp", "［メールアドレス］"),
      Case("x (at) example.jp", "［メールアドレス］"), Case("x[at]example.jp", "［メールアドレス］"),
      Case("100-0001", "［住所］"),
    ])
  func shortTexts(row: Case) {
    #expect(PersonalData.mask(row.text).text == row.masked)
  }

  @Test(
    "Telephone numbers go in every form they are written in",
    arguments: [
      "03-1234-5678", "(03)1234-5678", "（03）1234-5678", "03(1234)5678", "0312345678",
      "03 1234 5678", "03.1234.5678", "090-1234-5678", "09012345678", "090 12345678",
      "０９０−１２３４−５６７８", "０９０ー１２３４ー５６７８", "090‐1234‐5678", "090–1234–5678",
      "080-1234-5678", "070-1234-5678", "060-1234-5678", "050-1234-5678", "0120-123-456",
      "0120123456", "0800-123-4567", "0570-012-345", "045-123-4567", "0422-12-3456",
      "04992-1-2345", "+81-3-1234-5678", "+81 90 1234 5678", "+819012345678", "＋81(0)90-1234-5678",
      "+1 202-555-0143", "+84 24 3456 7890",
    ])
  func telephoneNumbers(number: String) {
    let (text, found) = PersonalData.mask("連絡は\(number)まで")
    #expect(text == "連絡は［電話番号］まで")
    #expect(found == [.phone])
  }

  @Test(
    "A number without its area code goes where words announce it",
    arguments: [
      Case("電話：5253-5111", "電話：［電話番号］"), Case("TEL 52535111", "TEL ［電話番号］"),
      Case("ＴＥＬ：５２５３−５１１１", "ＴＥＬ：［電話番号］"), Case("☎️5253-5111", "☎️［電話番号］"),
      Case("携帯は1234-5678です", "携帯は［電話番号］です"), Case("phone: 555-0143", "phone: ［電話番号］"),
      Case("電話で2回、3時間待ちました", "電話で2回、3時間待ちました"),
      Case("電話は2026-07-01にしました", "電話は2026-07-01にしました"),
    ])
  func announcedNumbers(row: Case) {
    #expect(PersonalData.mask(row.text).text == row.masked)
  }

  @Test(
    "Mail addresses go",
    arguments: [
      Case("taro@example.jpへ", "［メールアドレス］へ"),
      Case("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "［メールアドレス］"),
      Case("メール：taro.yamada+yui@mail.example.co.jp。", "メール：［メールアドレス］。"),
      Case("a..b.@example.ne.jp", "［メールアドレス］"), Case("taro(at)example.jp", "［メールアドレス］"),
      Case("taro[AT]example.jp", "［メールアドレス］"), Case("(taro@example.com)", "(［メールアドレス］)"),
      Case("Mail me at taro@example.com.", "Mail me at ［メールアドレス］."),
      Case("12345@example.jp", "［メールアドレス］"),
      // No host, no name.
      Case("@yui_city さん", "@yui_city さん"), Case("5@100円", "5@100円"),
      Case("a@b", "a@b"), Case("look (at) this", "look (at) this"),
    ])
  func mail(row: Case) {
    let (text, found) = PersonalData.mask(row.text)
    #expect(text == row.masked)
    #expect(found == (row.text == row.masked ? [] : [.mail]))
  }

  /// Addresses of public buildings.
  @Test(
    "Postal addresses go down to the house, with the name of the place",
    arguments: [
      Case("東京都新宿区西新宿2丁目8番1号です", "［住所］です"),
      Case("私は新宿区西新宿2-8-1に住んでいます", "私は［住所］に住んでいます"),
      Case("西新宿二丁目八番一号", "［住所］"), Case("千代田区霞が関２−１−２", "［住所］"),
      Case("千代田区丸の内１丁目９", "［住所］"), Case("港区芝公園4丁目2-8の近く", "［住所］の近く"),
      Case("中野区中野4-8の者です", "［住所］の者です"), Case("大字小川15番地3", "［住所］"),
      Case("札幌市中央区北1条西2丁目1番地", "札幌市中央区北1［住所］"),
      Case("〒100-8918 東京都千代田区霞が関2-1-2", "［住所］［住所］"),
      Case("100-8918 東京都千代田区霞が関2-1-2", "［住所］"), Case("〒1008918", "［住所］"),
      Case("立川市緑町3-2 結マンション201号室から", "［住所］から"),
    ])
  func addresses(row: Case) {
    let (text, found) = PersonalData.mask(row.text)
    #expect(text.replacing("［住所］ ［住所］", with: "［住所］［住所］") == row.masked)
    #expect(found == [.address])
  }

  @Test(
    "What residents write about a service stays as it is",
    arguments: [
      "", "とても早く終わりました。", "3番窓口で2時間待ちました。", "2丁目の公園のトイレ",
      "令和6-4-1に申請", "2026-07-01 10:30に行きました", "2026年7月1日10時", "平成30年4月1日から",
      "手数料300円×2通で600円でした", "住民票の写し12通", "郵便番号で検索できません", "3-2番窓口",
      "千代田区役所の対応がよかった", "1,000,000円", "9:00-17:15では行けません", "No. 2024-000123",
      "第3-1-2号様式", "星5つ！！！！！", "1番5号線のホーム", "2023-2024", "10分待った。03番の札。",
      "１０．５点", "👨‍👩‍👧‍👦と行きました 5回", "a\u{301}\u{302}1",
    ])
  func ordinary(text: String) {
    let (masked, found) = PersonalData.mask(text)
    #expect(masked == text)
    #expect(found.isEmpty)
  }

  @Test("Each kind goes from one text, and all of them are told")
  func together() {
    let (text, found) = PersonalData.mask(
      "山田です。taro@example.jp か 090-1234-5678 へ。番号は123456789018、カードは4111 1111 1111 1111、"
        + "住所は新宿区西新宿2-8-1。\n2行目")
    #expect(
      text
        == "山田です。［メールアドレス］ か ［電話番号］ へ。番号は［個人番号］、カードは［カード番号］、"
        + "住所は［住所］。\n2行目")
    #expect(found == Set(PersonalData.Kind.allCases))
  }

  @Test(
    "Masking what is masked changes nothing",
    arguments: ["taro@example.jp 090-1234-5678", "新宿区西新宿2-8-1 4111111111111111"])
  func again(text: String) {
    let masked = PersonalData.mask(text).text
    #expect(PersonalData.mask(masked) == (masked, []))
    #expect(PersonalData.isMasked(masked))
    #expect(!PersonalData.isMasked(text))
  }
}
