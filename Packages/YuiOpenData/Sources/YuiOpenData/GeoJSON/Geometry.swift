public import YuiStorage

/// A shape on the map, as GeoJSON knows them (RFC 7946, 3.1).
public enum Geometry: Sendable, Hashable {
  /// One place.
  case point(Coordinate)
  /// Several places.
  case multiPoint([Coordinate])
  /// A line through two places or more.
  case lineString([Coordinate])
  /// Several lines.
  case multiLineString([[Coordinate]])
  /// An area: its outline, then its holes.
  case polygon([[Coordinate]])
  /// Several areas.
  case multiPolygon([[[Coordinate]]])

  /// The name of its kind in GeoJSON.
  public var type: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }

  /// The smallest box around it; `nil` for a shape without a place.
  public var box: BoundingBox? {
    let places = places
    guard let first = places.first else { return nil }
    var (west, south, east, north) =
      (first.longitude, first.latitude, first.longitude, first.latitude)
    for place in places {
      (west, east) = (min(west, place.longitude), max(east, place.longitude))
      (south, north) = (min(south, place.latitude), max(north, place.latitude))
    }
    return BoundingBox(west: west, south: south, east: east, north: north)
  }

  var places: [Coordinate] {
    switch self {
    case .point(let place): [place]
    case .multiPoint(let places), .lineString(let places): places
    case .multiLineString(let parts), .polygon(let parts): parts.flatMap { $0 }
    case .multiPolygon(let areas): areas.flatMap { $0.flatMap { $0 } }
    }
  }
}
