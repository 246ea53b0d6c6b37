@testable import ReviewWidget
import Testing
import YuiHTML
import YuiQRCode
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct PosterTests {
  private static let root = "/staff/reviews/services/a"

  private static func tenant(_ engine: Engine, named name: String = "3番窓口") throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine).withService()
    let place = ReviewPlace(
      service: try #require(Slug("a")), code: try #require(Slug("window-3")),
      name: LocalizedText(ja: name, en: "Window 3"), channel: .counter,
      short: try #require(ShortCode(typed: "7k3m9q")))
    try tenant.store.write { try PlaceStore.add(place, in: $0) }
    return tenant
  }

  @Test(
    "A poster is a file with names, address and the symbol of the address",
    arguments: Engine.allCases)
  func file(engine: Engine) throws {
    let viewer = try Self.tenant(engine).viewer()
    let answer = try viewer.get("\(Self.root)/poster.svg?place=window-3")
    #expect(answer.headers["Content-Type"] == "image/svg+xml")
    #expect(
      answer.headers["Content-Disposition"] == #"attachment; filename="poster-a-window-3.svg""#)
    let picture = answer.text
    #expect(picture.contains(#"xmlns="http://www.w3.org/2000/svg""#))
    #expect(picture.contains(#"width="210.00mm""#))
    #expect(picture.contains("窓口　3番窓口") && picture.contains("Window 3"))
    let address = try #require(picture.firstMatch(of: />([^<]+\/r\/7k3m9q)</)).1
    let code = try QRCode("http://\(address)", correction: .quartile)
    #expect(picture.contains(code.path))
    #expect(!picture.contains("style="))
    let small = try viewer.get("\(Self.root)/poster.svg?place=window-3&size=a6").text
    #expect(small.contains(#"width="105.00mm""#))
  }

  @Test("Names are text in the picture, whatever they hold", arguments: Engine.allCases)
  func escaping(engine: Engine) throws {
    let viewer = try Self.tenant(engine, named: #"<script>&"'"#).viewer()
    let picture = try viewer.get("\(Self.root)/poster.svg?place=window-3").text
    #expect(!picture.contains("<script"))
    #expect(picture.contains("&lt;script&gt;&amp;"))
  }

  @Test("A long name keeps to the page, and leaves the symbol its room")
  func longNames() throws {
    for name in [String(repeating: "窓", count: 60), String(repeating: "W", count: 60)] {
      let service = ReviewedService(
        slug: try #require(Slug("a")), kind: .counter,
        name: LocalizedText(ja: String(repeating: "課", count: 100), en: name))
      let place = ReviewPlace(
        service: service.slug, code: service.slug, name: LocalizedText(ja: name, en: name),
        channel: .counter, short: try #require(ShortCode(typed: "7k3m9q")))
      let poster = Poster(
        municipality: LocalizedText(ja: "新宿区", en: "Shinjuku"), service: service, place: place,
        address: "https://reviews.city.shinjuku.example.lg.jp/r/7k3m9q")
      let picture = try poster.picture().description
      let scale = try #require(picture.firstMatch(of: /scale\(([0-9.]+)\)"><\/path>/)).1
      let code = try QRCode(poster.address, correction: .quartile)
      let side = try #require(Double(scale)) * Double(code.side)
      #expect(side > 55, "28 mm on A6: a phone reads it from the counter")
    }
  }

  @Test("Several places go on one print job, and without a choice the service itself")
  func sheets() throws {
    let viewer = try Self.tenant(.sqlite).viewer()
    let both = try viewer.get("\(Self.root)/posters?place=&place=window-3&size=a6").text
    #expect(both.matches(of: /class="sheet"/).count == 2)
    #expect(both.contains("sheets--a6"))
    let four = try viewer.get("\(Self.root)/posters?place=&place=window-3&size=a6x4").text
    #expect(four.matches(of: /class="sheet"/).count == 1)
    #expect(four.matches(of: /class="sheet__part"/).count == 2)
    #expect(try viewer.get("\(Self.root)/posters").text.contains("/r/a<"))
    #expect(try viewer.get("\(Self.root)/posters?place=nowhere").status == 404)
  }
}

extension ReviewTenant {
  fileprivate func viewer() throws -> TestClient { try client(.viewer, on: serve()) }
}
