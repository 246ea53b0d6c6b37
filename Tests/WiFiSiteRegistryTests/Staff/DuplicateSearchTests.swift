import Testing
import YuiOpenData
import YuiStorage

@testable import WiFiSiteRegistry

@Suite("The search for sites that are the same")
struct DuplicateSearchTests {
  private typealias Example = (name: String, north: Double, east: Double)?

  /// A site so many metres north and east of 都庁, on a sphere of 6,371 km.
  private static func candidate(_ example: Example, _ number: Int64) -> DuplicateSearch.Candidate {
    let (latitude, longitude) = (35.689634, 139.692101)
    return DuplicateSearch.Candidate(
      id: UUIDv7(at: WiFiTenant.later(number)), name: example?.name ?? "",
      place: example.flatMap {
        Coordinate(
          latitude: latitude + $0.north / 111_194.9, longitude: longitude + $0.east / 90_311.0)
      })
  }

  private static func search(_ one: Example, _ other: Example) -> DuplicateSearch {
    DuplicateSearch(among: [candidate(one, 0), candidate(other, 1)])
  }

  @Test(
    "Names that are the same but for case, width, kana and signs are found anywhere",
    arguments: [
      ("中央図書館", "中央図書館"), ("ＡＢＣプラザ", "abcぷらざ"), ("都庁（第一本庁舎）", "都庁 第一本庁舎"),
      ("ﾌﾘｰｽﾍﾟｰｽ", "フリースペース"),
    ])
  func sameName(one: String, other: String) throws {
    let found = Self.search((one, 0, 0), (other, 400_000, 0)).findings
    #expect(found.map(\.hasSameName) == [true])
    #expect(try #require(found.first?.distance) > 390_000)
  }

  @Test(
    "Names that are nearly the same are found near each other",
    arguments: [
      ("中央図書館", "中央図書舘", true), ("スポーツセンター", "スポーツセンタ", true),
      ("西新宿中央公園", "西新宿中央広公園", true),
      // One of several is another place.
      ("第一中学校", "第二中学校", false), ("新宿駅東口", "新宿駅西口", false),
      ("1番出口前広場", "2番出口前広場", false), ("A棟ロビー", "B棟ロビー", false),
      // Short names differ in a letter.
      ("公園", "公営", false), ("中央図書館", "中央体育館", false),
    ])
  func similarName(one: String, other: String, isFound: Bool) {
    #expect(Self.search((one, 0, 0), (other, 300, 0)).findings.count == (isFound ? 1 : 0))
    #expect(Self.search((one, 0, 0), (other, 1_100, 0)).findings.isEmpty)
  }

  @Test(
    "Sites within 25 m are found, in whatever direction and across cells",
    arguments: [0.0, 7, 13, 24.5, 25.5, 40], [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)])
  func sameSpot(distance: Double, direction: (north: Double, east: Double)) {
    let (north, east) = (distance * direction.north, distance * direction.east)
    // At many offsets, so that the edges of cells lie everywhere.
    for offset in stride(from: 0.0, to: 60, by: 4.3) {
      let found = Self.search(
        ("図書館", offset, offset), ("ラウンジ", offset + north, offset + east)
      ).findings
      #expect(found.count == (distance <= 25 ? 1 : 0), "\(offset)")
    }
  }

  @Test("The surest come first")
  func order() {
    let examples: [Example] = [
      ("北公園", 0, 0), ("遊園地", 10, 0), ("体育館", 5_000, 0), ("体育館", 9_000, 0),
      ("中央図書館", 20_000, 0), ("中央図書舘", 20_010, 0), ("文化会館", 30_000, 0),
      ("文化会館", 30_010, 0),
    ]
    let sites = examples.enumerated().map { Self.candidate($1, Int64($0)) }
    let findings = DuplicateSearch(among: sites).findings
    #expect(
      findings.map(\.pair.first) == [sites[6], sites[4], sites[2], sites[0]].map(\.id))
    #expect(findings.map(\.hasSameName) == [true, false, true, false])
  }

  @Test("What staff told apart is not found again")
  func different() {
    let sites = [Self.candidate(("図書館", 0, 0), 0), Self.candidate(("図書館", 1, 0), 1)]
    let pair = DuplicateSearch.Pair(sites[1].id, sites[0].id)
    #expect(DuplicateSearch(among: sites, except: [pair]).findings.isEmpty)
  }

  @Test("A name that many have is told once, and its pairs at one spot still")
  func crowd() {
    var sites = (0..<100).map { Self.candidate(("公衆電話", Double($0) * 1_000, 0), Int64($0)) }
    sites.append(Self.candidate(("公衆電話", 5, 0), 1_000))
    sites += (0..<3).map { Self.candidate(("", Double($0) * 1_000, 300_000), 2_000 + Int64($0)) }
    let search = DuplicateSearch(among: sites)
    #expect(search.crowds == [.init(name: "公衆電話", sites: 101)])
    #expect(search.findings.map(\.pair) == [.init(sites[0].id, sites[100].id)])
  }

  @Test("Very many at one spot do not multiply")
  func pile() {
    let sites = (0..<2_000).map { Self.candidate(("席\($0)", 0, 0), Int64($0)) }
    #expect(DuplicateSearch(among: sites).findings.isEmpty)
    let same = (0..<2_000).map { Self.candidate(("席", 0, 0), Int64($0)) }
    #expect(DuplicateSearch(among: same).findings.count == DuplicateSearch.mostFindings)
  }
}
