import Glibc
public import YuiStorage

extension Coordinate {
  /// The mean radius of the earth in metres (IUGG).
  private static let earthRadius = 6_371_008.8

  /// How many metres it is to another place, on a sphere (the haversine formula): within Japan right
  /// to half a per cent.
  public func distance(to other: Coordinate) -> Double {
    func squaredHalfSine(_ degrees: Double) -> Double {
      let sine = sin(degrees * .pi / 360)
      return sine * sine
    }
    let across =
      squaredHalfSine(other.longitude - longitude)
      * cos(latitude * .pi / 180) * cos(other.latitude * .pi / 180)
    let along = squaredHalfSine(other.latitude - latitude)
    return 2 * Self.earthRadius * asin(min(1, (along + across).squareRoot()))
  }

  /// A box that holds every place within so many metres, and some that are farther.
  public func surroundings(_ metres: Double) -> BoundingBox? {
    let up = metres / Self.earthRadius * 180 / .pi
    let aside = up / max(cos(min(abs(latitude) + up, 89) * .pi / 180), 0.01)
    return BoundingBox(
      west: max(longitude - aside, -180), south: max(latitude - up, -90),
      east: min(longitude + aside, 180), north: min(latitude + up, 90))
  }
}

extension Coordinate: LosslessStringConvertible {
  /// Reads latitude and longitude with a comma between: `35.69,139.69`.
  public init?(_ description: String) {
    let numbers = description.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.filter { $0 != " " }) }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else {
      return nil
    }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// Latitude and longitude with a comma between.
  public var description: String {
    "\(DecimalText.write(latitude)),\(DecimalText.write(longitude))"
  }
}
