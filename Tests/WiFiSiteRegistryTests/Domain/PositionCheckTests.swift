import Testing
import YuiOpenData
import YuiStorage

@testable import WiFiSiteRegistry

@Suite("The look at a position")
struct PositionCheckTests {
  /// The middle of 東京湾 and a place abroad, 釜山 (Busan) city hall.
  private static let bay = Coordinate(latitude: 35.45, longitude: 139.85)
  private static let abroad = Coordinate(latitude: 35.179554, longitude: 129.075642)

  @Test(
    "A position is doubted at sea, abroad and in another prefecture",
    arguments: [
      ("東京都", "", "", Spot.tocho, nil), ("", "東京都新宿区西新宿2-8-1", "", Spot.tocho, nil),
      ("", "", "131041", Spot.tocho, nil), ("", "", "", Spot.osaka, nil),
      ("東京都", "", "", Spot.osaka, .otherPrefecture),
      ("", "東京都新宿区西新宿2-8-1", "", Spot.osaka, .otherPrefecture),
      ("", "西新宿2-8-1", "131041", Spot.osaka, .otherPrefecture),
      // What the site says of itself counts before its publisher.
      ("大阪府", "", "131041", Spot.osaka, nil),
      ("東京都", "", "", bay, .atSea), ("", "", "", bay, .atSea), ("", "", "", abroad, .atSea),
      ("東京都", "", "", Coordinate(latitude: 0, longitude: 0), .atSea), ("東京都", "", "", nil, nil),
    ] as [(String, String, String, Coordinate?, PositionDoubt?)])
  func doubt(
    prefecture: String, address: String, code: String, place: Coordinate?, doubt: PositionDoubt?
  ) {
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "庁舎")
    (site.prefecture, site.address, site.code) = (prefecture, address, code)
    site.move(to: place)
    #expect(site.doubt == doubt)
  }
}
