import Testing
import YuiHTML
import YuiOpenData
import YuiStorage
import YuiText

@testable import YuiMaps

@Suite struct MapTests {
  /// Tile 10/909/403 of web maps holds Shinjuku; its edges by the formula of OpenStreetMap's wiki,
  /// `lon = x / 2^z · 360 − 180`, `lat = atan(sinh(π · (1 − 2y / 2^z)))`.
  @Test("A view is drawn as web maps are")
  func projection() throws {
    let tile = try #require(
      BoundingBox(
        west: 139.5703125, south: 35.46066995149531, east: 139.921875, north: 35.74651225991851))
    let view = MapView(around: tile)
    let width = view.x(tile.east) - view.x(tile.west)
    let height = view.y(tile.south) - view.y(tile.north)
    #expect(abs(width - height) < 0.001)
    #expect(abs(view.x(tile.west) + view.x(tile.east) - MapView.width) < 0.001)
    #expect(abs(view.y(tile.north) + view.y(tile.south) - MapView.height) < 0.001)
    let shown = try #require(view.box)
    #expect(shown.west < tile.west && tile.east < shown.east)
    #expect(shown.south < tile.south && tile.north < shown.north)
  }

  @Test("A map of one place shows about two kilometres around it")
  func onePlace() throws {
    let view = MapView(around: try #require(BoundingBox(longitude: 139.69, latitude: 35.69)))
    #expect(3.9...4.2 ~= view.kilometres)
    #expect(abs(view.x(139.69) - MapView.width / 2) < 0.001)
  }

  @Test(
    "No box is too large to draw",
    arguments: [(-180.0, -90.0, 180.0, 90.0), (122, 20, 154, 46), (179, 89, 180, 90)])
  func large(west: Double, south: Double, east: Double, north: Double) throws {
    let box = try #require(BoundingBox(west: west, south: south, east: east, north: north))
    let view = MapView(around: box)
    #expect(view.box != nil)
    #expect(!MapPicture(view: view, squares: [], points: [], tiles: nil).markup.isEmpty)
  }

  @Test("What is pointed at is told and leads on, and hostile words stay words")
  func links() throws {
    let place = try #require(Coordinate(latitude: 35.69, longitude: 139.69))
    let mesh = try #require(MeshCode(containing: place, level: .third)?.box)
    let map = MapFigure(
      "無線LAN", view: MapView(around: mesh),
      squares: [MapSquare(mesh, level: 9, label: "3か所", address: "/wifi?mesh=53394525")],
      points: [
        MapPoint(place, .main, label: "<script>本庁舎", address: "javascript:alert(1)"),
        MapPoint(place, .here, label: "ここ"),
      ], signs: [.init(.main, "利用できます")], language: .ja)
    let text = String(decoding: map.markup.bytes, as: UTF8.self)
    #expect(text.contains(#"<a href="/wifi?mesh=53394525" tabindex="-1">"#))
    #expect(text.contains("map__square--5"))
    #expect(text.contains("&lt;script&gt;本庁舎"))
    #expect(!text.contains("javascript:"))
    #expect(text.split(separator: "h0").count == 5)
  }

  @Test(
    "Squares grow darker with what is in them",
    arguments: [(0, 1), (1, 1), (2, 2), (4, 2), (5, 3), (24, 3), (25, 4), (124, 4), (125, 5)])
  func levels(count: Int, level: Int) {
    #expect(MapSquare.level(of: count) == level)
  }

  /// Tile 12/3637/1612 of web maps holds Shinjuku station (35.6896 N, 139.7006 E).
  @Test("Tiles are those of web maps, each where it belongs")
  func tiles() throws {
    let tiles = try #require(
      MapTiles(address: "https://tiles.example.jp/std/{z}/{x}/{y}.png", credit: "見本"))
    #expect(tiles.origin == "https://tiles.example.jp")
    let box = try #require(
      BoundingBox(west: 139.62, south: 35.63, east: 139.78, north: 35.75))
    let view = MapView(around: box)
    let found = tiles.tiles(of: view)
    #expect(4...30 ~= found.count)
    let station = try #require(
      found.first { $0.address == "https://tiles.example.jp/std/12/3637/1612.png" })
    #expect(station.x <= view.x(139.7006) && view.x(139.7006) <= station.x + station.width)
    #expect(station.y <= view.y(35.6896) && view.y(35.6896) <= station.y + station.width)
    let left = try #require(found.map(\.x).min())
    let right = try #require(found.map { $0.x + $0.width }.max())
    #expect(left <= 0 && right >= MapView.width)
  }

  @Test(
    "An address that is no tile server is refused",
    arguments: [
      "", "http://tiles.example.jp/{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://a/{z}/{x}",
      "https://a b/{z}/{x}/{y}", "https://a/{z}/{x}/{y}\"><script>", "javascript:{z}{x}{y}",
      "https://evil.example;script-src *//{z}/{x}/{y}", "https://-/{z}/{x}/{y}",
      "https://-a.example/{z}/{x}/{y}", "https://a..b/{z}/{x}/{y}", "https://a:0/{z}/{x}/{y}",
      "https://name@a.example/{z}/{x}/{y}",
    ])
  func refusedTiles(address: String) {
    #expect(MapTiles(address: address, credit: "") == nil)
  }
}
