import YuiStorage

/// Makes a shape out of the positions of a document, however deep they are nested.
struct GeometryReader {
  let geometry: Geometry

  init(_ shape: GeoJSONDocument.Shape, feature number: Int) throws(GeoJSONProblem) {
    guard let coordinates = shape.coordinates else {
      throw .unknownShape(number, shape.type)
    }
    let reader = PositionReader(feature: number)
    switch shape.type {
    case "Point": geometry = .point(try reader.place(coordinates))
    case "MultiPoint": geometry = .multiPoint(try reader.places(coordinates))
    case "LineString": geometry = .lineString(try reader.line(coordinates))
    case "MultiLineString":
      geometry = .multiLineString(try reader.each(coordinates, reader.line))
    case "Polygon": geometry = .polygon(try reader.each(coordinates, reader.ring))
    case "MultiPolygon":
      geometry = .multiPolygon(
        try reader.each(coordinates) { area throws(GeoJSONProblem) in
          try reader.each(area, reader.ring)
        })
    default: throw .unknownShape(number, shape.type)
    }
    try Self.checkMeridian(geometry, number)
  }

  /// What crosses the 180th meridian has to be cut there (RFC 7946, 3.1.9): a shape that spans more
  /// than half of the earth was not.
  private static func checkMeridian(
    _ geometry: Geometry, _ number: Int
  ) throws(GeoJSONProblem) {
    if case .multiPoint = geometry { return }
    guard let box = geometry.box, box.east - box.west > 180 else { return }
    throw .antimeridian(number)
  }
}

/// Reads positions of one feature.
struct PositionReader {
  let feature: Int

  func place(_ found: GeoJSONDocument.Positions) throws(GeoJSONProblem) -> Coordinate {
    guard case .position(let numbers) = found, numbers.count >= 2 else {
      throw .broken(feature, what: "coordinates")
    }
    guard let place = Coordinate(latitude: numbers[1], longitude: numbers[0]) else {
      throw .noPlace(feature, longitude: numbers[0], latitude: numbers[1])
    }
    return place
  }

  func each<Part>(
    _ found: GeoJSONDocument.Positions,
    _ read: (GeoJSONDocument.Positions) throws(GeoJSONProblem) -> Part
  ) throws(GeoJSONProblem) -> [Part] {
    guard case .list(let parts) = found else { throw .broken(feature, what: "coordinates") }
    var all: [Part] = []
    for part in parts { all.append(try read(part)) }
    return all
  }

  func places(_ found: GeoJSONDocument.Positions) throws(GeoJSONProblem) -> [Coordinate] {
    try each(found, place)
  }

  func line(_ found: GeoJSONDocument.Positions) throws(GeoJSONProblem) -> [Coordinate] {
    let places = try places(found)
    guard places.count >= 2 else { throw .broken(feature, what: "coordinates") }
    return places
  }

  func ring(_ found: GeoJSONDocument.Positions) throws(GeoJSONProblem) -> [Coordinate] {
    let places = try places(found)
    guard LinearRing.isValid(places) else { throw .openRing(feature) }
    return places
  }
}
