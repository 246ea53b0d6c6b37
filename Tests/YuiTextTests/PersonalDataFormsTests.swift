import Testing
import YuiText

/// The forms in which people write digits and signs to be read by people alone.
@Suite("Personal data in unusual forms")
struct PersonalDataFormsTests {
  typealias Case = PersonalDataTests.Case

  @Test(
    "Telephone numbers go with anything between their digits",
    arguments: [
      "090\n1234\n5678", "090\r\n1234\r\n5678", "090-\n1234-5678", "090\t1234\t5678",
      "090/1234/5678", "090・1234・5678", "090_1234_5678", "090,1234,5678", "090、1234、5678",
      "090:1234:5678", "090*1234*5678", "090の1234の5678", "090〜1234〜5678", "090─1234─5678",
      "090⁻1234⁻5678", "090―1234―5678", "090ｰ1234ｰ5678", "090一1234一5678",
      "090  -  1234  -  5678", "0 9 0 1 2 3 4 5 6 7 8", "0-9-0-1-2-3-4-5-6-7-8",
      "0 9 0 - 1 2 3 4 - 5 6 7 8", "090\u{200B}1234\u{200B}5678", "0\u{200B}90-1234-5678",
      "090\u{2060}1234\u{2060}5678", "09\u{AD}01234\u{FE0F}5678",
      "0\u{FE0F}\u{20E3}9\u{FE0F}\u{20E3}0\u{FE0F}\u{20E3}12345678\u{FE0F}\u{20E3}",
    ])
  func separators(number: String) {
    #expect(PersonalData.mask("連絡は\(number)へ") == ("連絡は［電話番号］へ", [.phone]))
  }

  @Test(
    "Telephone numbers go in digits of any kind, and from abroad",
    arguments: [
      "〇九〇ー一二三四ー五六七八", "〇九〇一二三四五六七八", "⓪⑨⓪①②③④⑤⑥⑦⑧", "𝟎𝟗𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "٠٩٠١٢٣٤٥٦٧٨", "090①②③④五六七八",
      "0081 90 1234 5678", "010-81-3-1234-5678", "81-90-1234-5678", "81-3-1234-5678",
      "819012345678",
    ])
  func digits(number: String) {
    #expect(PersonalData.mask("Call \(number).") == ("Call ［電話番号］.", [.phone]))
  }

  @Test(
    "Numbers with a check digit go in the same forms",
    arguments: [
      Case("1234\n5678\n9018", "［個人番号］"), Case("1234・5678・9018", "［個人番号］"),
      Case("12345 6789 018", "［個人番号］"), Case("1234\u{200B}56789018", "［個人番号］"),
      Case("一二三四五六七八九〇一八", "［個人番号］"), Case("①②③④⑤⑥⑦⑧⑨⓪①⑧", "［個人番号］"),
      Case("123456789018 5", "［個人番号］ 5"),
      Case("4111\n1111\n1111\n1111", "［カード番号］"), Case("4111/1111/1111/1111", "［カード番号］"),
      Case("4111_1111_1111_1111", "［カード番号］"), Case("4111 - 1111 - 1111 - 1111", "［カード番号］"),
      Case("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "［カード番号］"),
    ])
  func checked(row: Case) {
    #expect(PersonalData.mask(row.text).text == row.masked)
  }

  @Test(
    "Mail addresses go with spaces, in any script, with another dot",
    arguments: [
      Case("a @ example.comへ", "［メールアドレス］へ"), Case("a@\nexample.com", "［メールアドレス］"),
      Case("太郎@example.com", "［メールアドレス］"), Case("ご意見は太郎@example.comへ", "ご意見は［メールアドレス］へ"),
      Case("é@example.com", "［メールアドレス］"), Case("josé.b@example.com", "［メールアドレス］"),
      Case("a@例え.jpです", "［メールアドレス］です"), Case("a@foo.xn--p1ai", "［メールアドレス］"),
      Case("a＠example。com", "［メールアドレス］"), Case("ａ＠ｂ。ｃｏ。ｊｐ", "［メールアドレス］"),
      Case("a (at) example.com", "［メールアドレス］"), Case("a（アット）example.com", "［メールアドレス］"),
      Case("a\u{200B}@example.com", "［メールアドレス］"),
      Case("taro@example.jp。Thanks", "［メールアドレス］。Thanks"),
      Case("taro@example.jpへ。com", "［メールアドレス］へ。com"),
      Case("見て @example.com さん", "見て @example.com さん"), Case("a@localhost", "a@localhost"),
      Case("\"@example.jp\"", "\"@example.jp\""),
      Case("\"a b\"@example.jp", "\"a ［メールアドレス］"),
      Case("look (at) this. OK", "look (at) this. OK"),
    ])
  func mail(row: Case) {
    #expect(PersonalData.mask(row.text).text == row.masked)
  }

  @Test(
    "Addresses go behind a space, in kanji and hiragana, and so does a postal code alone",
    arguments: [
      Case("本町 2-8-1 コーポ山田101号室", "［住所］"), Case("本町二ー八ー一", "［住所］"),
      Case("千代田区千代田一ー一", "［住所］"), Case("やまだ町さくら1-2-3", "やまだ［住所］"),
      Case("100-0001", "［住所］"), Case("〒 100 0001", "［住所］"), Case("郵便番号100-0001です", "郵便番号［住所］です"),
      Case("一〇〇ー〇〇〇一", "［住所］"), Case("100-0001 東京都千代田区千代田1-1", "［住所］"),
    ])
  func addresses(row: Case) {
    #expect(PersonalData.mask(row.text) == (row.masked, [.address]))
  }

  @Test(
    "Numbers of something else stay",
    arguments: [
      "整理番号0312345678", "整理番号：0312345678", "No.0123456789", "ＩＤ：0312345678", "2020-2021-2022",
      "2018・2020・2023年", "1000-2000-3000円", "101、102、103、104号室", "000000000000",
      "0000 0000 0000 0000", "国道2-3-1", "会議室1-2-3", "手順1-2-3", "ページ1-2-3", "マイページ1-2-3",
      "申込フォーム2-3-1でエラー", "エレベーター1-2-3号機", "市民課 1-2-3番窓口", "区役所1-2階", "市役所2-3回行った",
      "町から1-2-3番", "港区の1-2-3", "中央区では1-2-3", "市のほうで1-2-3", "100-2000円", "100-1000人くらい",
      "No.100-0001",
      "2026-100-0001", "1,234,567円", "+10,000,000", "04/01 100,000円", "10:30-11:45 12:00",
      "9:00〜12:00、13:00〜17:00", "2026/11/22 10:30", "20261122-103045", "192.168.1.20",
      "0 1 2 3 4 5 6 7 8 9 10の11段階", "①②③④", "①早い②丁寧③近い", "三三五五", "一、二、三、四、五、六、七",
      "〇〇課の〇〇さん、〇〇〇〇〇〇〇", "電話〇〇〇-〇〇〇〇-〇〇〇〇", "第一二三四五六回", "5@100円、10 @ 200円",
      "二ー三日で届いた", "一人で三時間、二度も", "(笑)", "住民票2通600円",
    ])
  func ordinary(text: String) {
    #expect(PersonalData.mask(text) == (text, []))
  }

  @Test("In doubt a telephone number goes")
  func doubt() {
    #expect(PersonalData.mask("私の番号は0312345678です").text == "私の番号は［電話番号］です")
    #expect(PersonalData.mask("携帯番号09012345678").text == "携帯番号［電話番号］")
    #expect(PersonalData.mask("03-1234-5678年金課").text == "［電話番号］年金課")
    #expect(PersonalData.mask("①090-1234-5678").text == "①［電話番号］")
  }

  @Test("What nobody sees stays where nothing is found")
  func invisible() {
    let text = "👨‍👩‍👧\u{FE0F}と\u{200B}1回 090-1234-5678 あ\u{200B}い"
    #expect(PersonalData.mask(text).text == "👨‍👩‍👧\u{FE0F}と\u{200B}1回 ［電話番号］ あ\u{200B}い")
  }

  @Test(
    "Long texts of what begins a find are searched soon", .timeLimit(.minutes(1)),
    arguments: ["0 ", "1", "a@", "a", "(at) ", "町1-", "〒 ", " ", "1   ", "さ", "町さくら1-2-3", "三、"])
  func long(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    _ = PersonalData.mask(text + "@example")
  }
}
