/// A box on the map in degrees, its edges included; a point is a box without extent.
public struct BoundingBox: Sendable, Hashable {
  /// The least longitude.
  public let west: Double
  /// The least latitude.
  public let south: Double
  /// The greatest longitude.
  public let east: Double
  /// The greatest latitude.
  public let north: Double

  /// Creates a box, or returns `nil` if it is upside down or not made of numbers; it does not
  /// cross the 180th meridian.
  public init?(west: Double, south: Double, east: Double, north: Double) {
    guard west <= east, south <= north else { return nil }
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// Creates the box of a point, or returns `nil` if it is not made of numbers.
  public init?(longitude: Double, latitude: Double) {
    self.init(west: longitude, south: latitude, east: longitude, north: latitude)
  }
}
