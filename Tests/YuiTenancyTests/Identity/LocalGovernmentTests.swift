import Testing
import YuiTenancy

@Suite struct LocalGovernmentTests {
  // The numbers of the list's source: 47 prefectures, 792 cities, 743 towns, 183 villages and the
  // 23 special wards, which make 1,741 municipalities.
  @Test(
    "The shipped list is whole",
    arguments: [
      (LocalGovernment.Kind.prefecture, 47), (.city, 792), (.town, 743), (.village, 183),
      (.ward, 23),
    ])
  func counts(kind: LocalGovernment.Kind, count: Int) {
    #expect(LocalGovernment.all.count == 1_788)
    #expect(LocalGovernment.all.count { $0.kind == kind } == count)
  }

  @Test("No code stands twice, and each is found by its code")
  func codes() {
    #expect(Set(LocalGovernment.all.map(\.code)).count == 1_788)
    #expect(LocalGovernment.all.allSatisfy { LocalGovernment.named($0.code) == $0 })
    #expect(LocalGovernment.named("131042") == nil)
  }

  @Test("Every municipality stands under its prefecture's number")
  func prefectures() {
    let names = Dictionary(
      LocalGovernment.all.filter { $0.kind == .prefecture }
        .map { ($0.code.prefix(2), $0.name) }, uniquingKeysWith: { first, _ in first })
    #expect(names.count == 47)
    #expect(LocalGovernment.all.allSatisfy { names[$0.code.prefix(2)] == $0.prefecture })
  }

  @Test(
    "Names are whole",
    arguments: [
      ("010006", "北海道", "ホッカイドウ"), ("130001", "東京都", "トウキョウト"),
      ("131041", "東京都新宿区", "シンジュクク"), ("133035", "東京都西多摩郡瑞穂町", "ミズホマチ"),
      ("134015", "東京都八丈町", "ハチジョウマチ"), ("472018", "沖縄県那覇市", "ナハシ"),
    ])
  func names(code: String, fullName: String, kana: String) {
    let government = LocalGovernment.named(code)
    #expect(government?.fullName == fullName)
    #expect(government?.kana == kana)
  }

  @Test("Every name says what it is, and its reading is full-width katakana")
  func kinds() {
    let endings: [LocalGovernment.Kind: String] = [
      .prefecture: "都道府県", .city: "市", .town: "町", .village: "村", .ward: "区",
    ]
    #expect(
      LocalGovernment.all.allSatisfy { government in
        let ending = government.name.last
        return ending.map { endings[government.kind]?.contains($0) == true } ?? false
      })
    #expect(
      LocalGovernment.all.allSatisfy { government in
        !government.kana.isEmpty
          && government.kana.unicodeScalars.allSatisfy { (0x30A1...0x30FC).contains($0.value) }
      })
  }
}
