@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct PlaceStoreTests {
  private static func place(
    _ code: String, short: String, english: String = "", channel: Channel = .counter
  ) throws -> ReviewPlace {
    ReviewPlace(
      service: try #require(Slug("a")), code: try #require(Slug(code)),
      name: LocalizedText(ja: "3番窓口", en: english), channel: channel,
      short: try #require(ShortCode(typed: short)))
  }

  @Test("A place is stored whole, changed under its code, and gone", arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let service = try #require(Slug("a"))
    var place = try Self.place("window-3", short: "7k3m9q")
    try tenant.store.write { [place] in try PlaceStore.add(place, in: $0) }
    #expect(try tenant.store.read { try PlaceStore.places(of: service, in: $0) } == [place])
    place.name = LocalizedText(ja: "三番窓口", en: "Window 3")
    place.channel = .kiosk
    try tenant.store.write { [place] in try PlaceStore.change(place, in: $0) }
    let found = try tenant.store.read { snapshot in
      [
        try PlaceStore.place(place.code, of: service, in: snapshot),
        try PlaceStore.place(short: place.short, in: snapshot),
      ]
    }
    #expect(found == [place, place])
    try tenant.store.write { [place] in try PlaceStore.remove(place, in: $0) }
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_places") == 0)
  }

  @Test("Two places never share a short address", arguments: Engine.allCases)
  func unique(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let one = try Self.place("one", short: "7k3m9q")
    let other = try Self.place("other", short: "7k3m9q")
    try tenant.store.write { try PlaceStore.add(one, in: $0) }
    #expect(throws: StoreError.self) {
      try tenant.store.write { try PlaceStore.add(other, in: $0) }
    }
  }

  @Test(
    "A code is kept from an ASCII name; otherwise, or where it is taken, it is counted",
    arguments: Engine.allCases,
    [("Window 4", "window-4"), ("Window 3", "place-2"), ("ロビー", "place-2"), ("", "place-2")])
  func code(engine: Engine, example: (name: String, code: String)) throws {
    let tenant = try ReviewTenant(engine).withService()
    let service = try #require(Slug("a"))
    let taken = [
      try Self.place("window-3", short: "7k3m9q"), try Self.place("place-1", short: "7k3m9r"),
    ]
    try tenant.store.write { transaction in
      for place in taken { try PlaceStore.add(place, in: transaction) }
    }
    let code = try tenant.store.read {
      try PlaceStore.freeCode(for: example.name, of: service, in: $0)
    }
    #expect(code.description == example.code)
  }
}
