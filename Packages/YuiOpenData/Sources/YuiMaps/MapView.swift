import Glibc
public import YuiStorage

/// A part of the earth as it is drawn: in the projection of web maps (EPSG:3857), four units wide for
/// three high.
public struct MapView: Sendable, Hashable {
  /// The width of the picture in its own units.
  static let width = 1_000.0
  /// The height of the picture in its own units.
  static let height = 750.0

  /// The left edge and the upper one, of a world that is 1 wide and 1 high, and the width.
  let left: Double
  let top: Double
  let span: Double

  /// Fits the picture around a box, with some space all around; a small place is shown with about two
  /// kilometres around it.
  public init(around box: BoundingBox) {
    let (west, east) = (Self.across(box.west), Self.across(box.east))
    let (north, south) = (Self.down(box.north), Self.down(box.south))
    let margin = 1.12
    let needed = max((east - west), (south - north) * Self.width / Self.height) * margin
    span = min(max(needed, Self.leastSpan), 1)
    left = (west + east) / 2 - span / 2
    top = (north + south) / 2 - span * Self.height / Self.width / 2
  }

  /// About 4 km at Japan's latitudes.
  private static let leastSpan = 0.045 / 360

  /// What the picture shows.
  public var box: BoundingBox? {
    let bottom = top + span * Self.height / Self.width
    return BoundingBox(
      west: max(left * 360 - 180, -180), south: Self.latitude(bottom),
      east: min((left + span) * 360 - 180, 180), north: Self.latitude(top))
  }

  /// How many kilometres the picture is wide in its middle.
  public var kilometres: Double {
    let middle = Self.latitude(top + span * Self.height / Self.width / 2)
    // The equator is 40,075 km long.
    return span * 40_075 * cos(middle * .pi / 180)
  }

  func x(_ longitude: Double) -> Double { (Self.across(longitude) - left) / span * Self.width }
  func y(_ latitude: Double) -> Double { (Self.down(latitude) - top) / span * Self.width }

  private static func across(_ longitude: Double) -> Double { (longitude + 180) / 360 }

  private static func down(_ latitude: Double) -> Double {
    let angle = min(max(latitude, -85), 85) * .pi / 180
    return (1 - log(tan(angle) + 1 / cos(angle)) / .pi) / 2
  }

  private static func latitude(_ down: Double) -> Double {
    atan(sinh(.pi * (1 - 2 * down))) * 180 / .pi
  }
}
