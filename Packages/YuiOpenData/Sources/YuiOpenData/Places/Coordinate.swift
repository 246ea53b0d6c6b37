public import YuiStorage

/// A place on the earth in degrees of WGS 84, which for maps is the same as Japan's JGD2011.
public struct Coordinate: Sendable, Hashable {
  /// North of the equator, −90 to 90.
  public let latitude: Double
  /// East of Greenwich, −180 to 180.
  public let longitude: Double

  /// Creates a place, or returns `nil` where there is none.
  public init?(latitude: Double, longitude: Double) {
    guard -90...90 ~= latitude, -180...180 ~= longitude else { return nil }
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  /// The box that holds this place alone.
  public var box: BoundingBox? { BoundingBox(longitude: longitude, latitude: latitude) }

  /// Whether it lies among Japan's islands, roughly: from Okinotorishima (20°25′ N) to Benten-jima
  /// (45°31′ N), from Yonaguni (122°56′ E) to Minamitorishima (153°59′ E).
  public var isAroundJapan: Bool {
    Self.areLatitudes(latitude) && Self.areLongitudes(longitude)
  }

  /// Reads two numbers that were meant as latitude and longitude of a place in Japan.
  ///
  /// No place in Japan has a latitude that could be a longitude, so numbers in the wrong order show.
  ///
  /// - Returns: the place, and whether the numbers were swapped.
  public static func reading(
    latitude: Double, longitude: Double
  ) -> (coordinate: Coordinate, wasSwapped: Bool)? {
    let isSwapped = areLatitudes(longitude) && areLongitudes(latitude)
    let place =
      isSwapped
      ? Coordinate(latitude: longitude, longitude: latitude)
      : Coordinate(latitude: latitude, longitude: longitude)
    return place.map { ($0, isSwapped) }
  }

  private static func areLatitudes(_ degrees: Double) -> Bool { 20...46 ~= degrees }
  private static func areLongitudes(_ degrees: Double) -> Bool { 122...155 ~= degrees }
}
