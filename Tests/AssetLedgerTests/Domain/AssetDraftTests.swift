import Testing
import YuiOpenData
import YuiText

@testable import AssetLedger

@Suite("An asset as it is entered")
struct AssetDraftTests {
  private static let today = AssetTenant.now.date

  private static func problems(_ draft: AssetDraft, old: Asset? = nil) -> Set<String> {
    switch draft.checked(replacing: old, today: today) {
    case .success: []
    case .failure(let problems): Set(problems.keys)
    }
  }

  @Test("What is entered again as it stands changes nothing")
  func same() throws {
    let asset = try Asset.full()
    let result = AssetDraft(asset).checked(replacing: asset, today: Self.today)
    #expect(result == .success(asset, wasSwapped: false))
  }

  @Test("An empty form says what every asset has")
  func empty() {
    #expect(Self.problems(AssetDraft()) == ["id", "class", "name", "latitude", "longitude"])
  }

  @Test(
    "What cannot be right is told by its field",
    arguments: [
      ("name", ""), ("height_m", "1001"), ("latitude", "north"), ("latitude", "95"),
      ("verified_on", "2026-04-02"), ("storeys", "-1"), ("availability", ""),
      ("publish", "secret"), ("built_year", "3000"),
    ])
  func refused(field: String, text: String) throws {
    let asset = try Asset.full()
    var draft = AssetDraft(asset)
    draft[field] = text
    #expect(Self.problems(draft, old: asset) == [field])
  }

  @Test("A position copied from a map is read, and one in the wrong order put right")
  func position() throws {
    let asset = try Asset.full()
    var draft = AssetDraft(asset)
    (draft["latitude"], draft["longitude"]) = ("35.658581, 139.745433", "")
    guard case .success(let copied, false) = draft.checked(replacing: asset, today: Self.today)
    else {
      Issue.record("not read")
      return
    }
    #expect(copied.place == Spot.tower)
    (draft["latitude"], draft["longitude"]) = ("139.745433", "35.658581")
    guard case .success(let turned, true) = draft.checked(replacing: asset, today: Self.today)
    else {
      Issue.record("not put right")
      return
    }
    #expect(turned.place == Spot.tower)
  }

  @Test("What only another class has goes with the class")
  func classes() throws {
    let asset = try Asset.full()
    var draft = AssetDraft(asset)
    draft["class"] = "pole"
    guard case .success(let pole, _) = draft.checked(replacing: asset, today: Self.today) else {
      Issue.record("not read")
      return
    }
    #expect(pole.details == [:])
  }

  @Test("A position is doubted at sea and in another prefecture than its address")
  func doubt() throws {
    var asset = try Asset.full()
    func doubt(at place: Coordinate) -> PositionDoubt? {
      var moved = asset
      moved.place = place
      moved.complete(replacing: asset)
      return moved.doubt
    }
    #expect(doubt(at: Spot.tower) == nil)
    #expect(doubt(at: Spot.sea) == .atSea)
    #expect(doubt(at: Spot.osaka) == .otherPrefecture)
    // Staff looked, and it stays where it is.
    asset.doubt = nil
    asset.place = Spot.osaka
    #expect(doubt(at: Spot.osaka) == nil)
  }
}
