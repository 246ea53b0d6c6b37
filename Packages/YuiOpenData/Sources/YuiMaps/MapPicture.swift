import YuiHTML
import YuiOpenData
import YuiStorage
import YuiText

/// Land, squares and dots as an inline picture.
///
/// It is kept from screen readers and the keyboard: the list and the table beside a map hold the same
/// links, in an order that can be followed.
struct MapPicture {
  let view: MapView
  let squares: [MapSquare]
  let points: [MapPoint]
  let tiles: MapTiles?

  var markup: HTML {
    SVG.svg(
      .class("map__picture"), .aria("hidden", "true"),
      .viewBox("0 0 \(number(MapView.width)) \(number(MapView.height))")
    ) {
      if let tiles {
        for tile in tiles.tiles(of: view) { image(tile) }
      } else {
        SVG.path(.class("map__land"), .d(land))
        SVG.path(.class("map__grid"), .d(grid))
      }
      for square in squares { shape(square) }
      SVG.path(.class("map__halo"), .d(points.map { dot($0.place) }.joined()))
      for look in MapPoint.Look.allCases.reversed() {
        for point in points where point.look == look { shape(point) }
      }
    }
  }

  private var land: String {
    view.box.map { JapanLand.strips(in: $0).map(outline).joined() } ?? ""
  }

  /// The meshes of JIS X 0410: cells of about 1 km, 10 km or 80 km, so that one sees how far is far.
  private var grid: String {
    guard let box = view.box else { return "" }
    let level: MeshCode.Level =
      view.kilometres < 30 ? .third : view.kilometres < 300 ? .second : .first
    let lines = level.lines(in: box)
    return lines.longitudes.map { "M\(number(view.x($0))) 0V\(number(MapView.height))" }.joined()
      + lines.latitudes.map { "M0 \(number(view.y($0)))H\(number(MapView.width))" }.joined()
  }

  private func image(_ tile: MapTiles.Tile) -> HTML {
    SVG.image(
      .href(tile.address), .x(number(tile.x)), .y(number(tile.y)), .width(number(tile.width)),
      .height(number(tile.width)))
  }

  private func shape(_ square: MapSquare) -> HTML {
    link(square.address) {
      SVG.path(
        .class("map__square map__square--\(min(max(square.level, 1), 5))"), .d(outline(square.box))
      ) { SVG.title { square.label } }
    }
  }

  private func shape(_ point: MapPoint) -> HTML {
    link(point.address) {
      SVG.path(.class("map__point map__point--\(point.look.rawValue)"), .d(dot(point.place))) {
        SVG.title { point.label }
      }
    }
  }

  @HTMLBuilder
  private func link(_ address: String?, @HTMLBuilder _ shape: () -> HTML) -> HTML {
    if let address { a(.href(address), .tabindex(-1)) { shape() } } else { shape() }
  }

  private func outline(_ box: BoundingBox) -> String {
    let (left, right) = (view.x(box.west), view.x(box.east))
    let (top, bottom) = (view.y(box.north), view.y(box.south))
    return "M\(number(left)) \(number(top))H\(number(right))V\(number(bottom))H\(number(left))Z"
  }

  /// A line without length, whose round ends make a dot as wide as the line.
  private func dot(_ place: Coordinate) -> String {
    "M\(number(view.x(place.longitude))) \(number(view.y(place.latitude)))h0"
  }

  /// Far enough outside of the picture is far enough.
  private func number(_ length: Double) -> String {
    let tenths = Int((min(max(length, -2_000), 3_000) * 10).rounded())
    let (whole, part) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (part == 0 ? "" : ".\(part)")
  }
}
