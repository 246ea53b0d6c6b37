import Glibc
import YuiText

/// A server of map tiles, drawn below what a map shows.
///
/// ```swift
/// MapTiles(address: "https://tiles.example.jp/std/{z}/{x}/{y}.png", credit: "Example")
/// ```
public struct MapTiles: Sendable, Hashable {
  /// The greatest depth of detail that tile servers commonly have.
  private static let deepest = 18
  /// How wide a tile is meant to be shown.
  private static let width = 256.0

  /// The address of a tile, with its place in braces.
  private let address: String
  /// Whom the map is by, as its terms of use ask to be said.
  public let credit: String
  /// The scheme, host and port that browsers ask.
  public let origin: String

  /// Names a server; `nil` for an address that does not begin with `https://` and a host's name, or lacks
  /// `{z}`, `{x}` or `{y}`.
  public init?(address: String, credit: String) {
    guard address.hasPrefix("https://"), let origin = WebOrigin.of(address),
      address.unicodeScalars.allSatisfy({
        $0.isASCII && $0.value > 0x20 && !"\"<>'".unicodeScalars.contains($0)
      }),
      ["{z}", "{x}", "{y}"].allSatisfy(address.contains)
    else { return nil }
    self.address = address
    self.credit = credit
    self.origin = origin
  }

  /// A tile and where it stands in the picture.
  struct Tile: Hashable {
    let address: String
    let x: Double
    let y: Double
    let width: Double
  }

  /// The tiles that cover a view.
  func tiles(of view: MapView) -> [Tile] {
    let wanted = log2(MapView.width / Self.width / view.span).rounded(.down)
    let depth = min(max(Int(wanted), 0), Self.deepest)
    let count = 1 << depth
    let width = MapView.width / view.span / Double(count)
    func numbers(from edge: Double, _ length: Double) -> ClosedRange<Int> {
      let first = Int((edge * Double(count)).rounded(.down))
      let last = Int(((edge + length) * Double(count)).rounded(.down))
      return min(max(first, 0), count - 1)...min(max(last, 0), count - 1)
    }
    let height = view.span * MapView.height / MapView.width
    return numbers(from: view.top, height).flatMap { y in
      numbers(from: view.left, view.span).map { x in
        Tile(
          address: address.replacing("{z}", with: "\(depth)").replacing("{x}", with: "\(x)")
            .replacing("{y}", with: "\(y)"),
          x: (Double(x) / Double(count) - view.left) / view.span * MapView.width,
          y: (Double(y) / Double(count) - view.top) / view.span * MapView.width, width: width)
      }
    }
  }
}
