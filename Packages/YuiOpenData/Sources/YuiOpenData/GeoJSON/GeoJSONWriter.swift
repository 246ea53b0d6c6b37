public import YuiStorage

/// Writes GeoJSON (RFC 7946): longitude before latitude, at most seven decimals (a centimetre),
/// outlines of areas counterclockwise and closed, no `crs`.
///
/// ```swift
/// var writer = GeoJSONWriter()
/// writer.write(feature)
/// writer.finish()
/// writer.take()  // {"type":"FeatureCollection","features":[…]}
/// ```
public struct GeoJSONWriter {
  private static let decimals = 10_000_000.0

  private var json = JSONBytes()
  private var isFirst = true

  /// Begins a collection.
  public init() {
    json.raw(#"{"type":"FeatureCollection","features":["#)
  }

  /// Writes a feature.
  public mutating func write(_ feature: Feature) {
    json.raw(isFirst ? "\n" : ",\n")
    isFirst = false
    Self.write(feature, to: &json)
  }

  /// Ends the collection, and tells its box where it is known.
  public mutating func finish(box: BoundingBox? = nil) {
    json.raw("\n]")
    if let box {
      json.raw(#","bbox":"#)
      Self.write(box, to: &json)
    }
    json.raw("}\n")
  }

  /// Takes what was written since the last call.
  public mutating func take() -> [UInt8] { json.take() }

  /// One feature; members that others add, such as links, are put behind its own.
  public static func bytes(of feature: Feature, adding members: [UInt8] = []) -> [UInt8] {
    var json = JSONBytes()
    write(feature, to: &json)
    var bytes = json.take()
    if !members.isEmpty {
      bytes.removeLast()
      bytes += ",".utf8
      bytes += members
      bytes += "}".utf8
    }
    return bytes
  }

  private static func write(_ feature: Feature, to json: inout JSONBytes) {
    json.raw(#"{"type":"Feature","#)
    if let id = feature.id {
      json.raw(#""id":"#)
      json.string(id)
      json.raw(",")
    }
    json.raw(#""geometry":"#)
    if let geometry = feature.geometry { write(geometry, to: &json) } else { json.raw("null") }
    json.raw(#","properties":"#)
    json.object(feature.properties.map { (name: $0.name, value: $0.value) })
    json.raw("}")
  }

  private static func write(_ geometry: Geometry, to json: inout JSONBytes) {
    json.raw(#"{"type":"\#(geometry.type)","coordinates":"#)
    switch geometry {
    case .point(let place): write(place, to: &json)
    case .multiPoint(let places), .lineString(let places): write(places, to: &json)
    case .multiLineString(let lines): json.list(lines) { write($1, to: &$0) }
    case .polygon(let rings): write(rings: rings, to: &json)
    case .multiPolygon(let areas): json.list(areas) { write(rings: $1, to: &$0) }
    }
    json.raw("}")
  }

  private static func write(rings: [[Coordinate]], to json: inout JSONBytes) {
    json.list(rings.enumerated()) { json, ring in
      write(LinearRing.oriented(ring.element, isHole: ring.offset > 0), to: &json)
    }
  }

  private static func write(_ places: [Coordinate], to json: inout JSONBytes) {
    json.list(places) { write($1, to: &$0) }
  }

  private static func write(_ place: Coordinate, to json: inout JSONBytes) {
    json.raw("[\(number(place.longitude)),\(number(place.latitude))]")
  }

  /// Rounded outwards, so that it holds what it is said to hold.
  private static func write(_ box: BoundingBox, to json: inout JSONBytes) {
    let edges = [
      number(box.west, .down), number(box.south, .down), number(box.east, .up),
      number(box.north, .up),
    ]
    json.raw("[\(edges.joined(separator: ","))]")
  }

  private static func number(
    _ degrees: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    let rounded = (degrees * decimals).rounded(rule) / decimals
    return DecimalText.write(rounded == 0 ? 0 : rounded)
  }
}
