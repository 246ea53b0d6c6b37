import Testing
import YuiKeywords

@Suite("Keywords of comments")
struct KeywordTests {
  // What a person would underline.
  @Test(
    "Nouns are found with their suffixes, and nothing that only points or counts",
    arguments: [
      ("駐車場が少ない。申請書の字が小さい。", ["駐車場", "申請書", "字"]),
      ("番号札を取りましたが、窓口の案内板がわかりにくいです。", ["番号札", "窓口", "案内板"]),
      ("それはここのことで、私は3回も来ました。", []),
      ("窓口、窓口、また窓口！", ["窓口"]),
      ("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞとＰＤＦ", ["マイナンバーカード", "PDF"]),
    ])
  func nouns(text: String, expected: [String]) throws {
    #expect(try KeywordExtractor().words(in: text) == expected)
  }

  @Test(
    "Signs, emoji and runs of nothing are no words",
    arguments: [
      "", " \n\t　", "！！！？？？", "😀😀👍🏽", "…---===***", "<>&;</>",
      "\0\0\0", "\u{202E}\u{200B}\u{FEFF}", String(repeating: "ー", count: 900), "１２３４５",
    ])
  func noWords(text: String) throws {
    #expect(try KeywordExtractor().words(in: text) == [])
  }

  @Test("Huge and hostile texts are read as far as a comment may go")
  func hostile() throws {
    let extractor = try KeywordExtractor()
    let units = [
      "あ", "窓口", "a", " ", "e\u{301}\u{302}", "😀", "\u{FDFA}", "。", "\u{10FFFF}", "名詞,一般\n",
    ]
    for unit in units {
      let found = extractor.words(in: String(repeating: unit, count: 200_000))
      #expect(found.count <= KeywordExtractor.mostWords)
      #expect(found.allSatisfy { $0.unicodeScalars.count <= 30 })
    }
    let beyond = String(repeating: "あ。", count: KeywordExtractor.longestText / 2) + "駐車場"
    #expect(!extractor.words(in: beyond).contains("駐車場"))
    let within = String(repeating: "。", count: KeywordExtractor.longestText - 3) + "駐車場"
    #expect(extractor.words(in: within) == ["駐車場"])
  }

  @Test("A text is cut where sentences end, so that no word is torn")
  func pieces() throws {
    let text = String(repeating: "住民票の写しの交付。", count: 200)
    #expect(try KeywordExtractor().words(in: text) == ["住民票", "写し", "交付"])
  }

  @Test(
    "A folder without a dictionary is told by its name",
    arguments: ["/nowhere/at all", "/etc", "", "/var/lib/mecab/dic/ipadic-utf8/sys.dic"])
  func noDictionary(folder: String) {
    #expect(throws: DictionaryError.self) { _ = try KeywordExtractor(dictionary: folder) }
  }
}
