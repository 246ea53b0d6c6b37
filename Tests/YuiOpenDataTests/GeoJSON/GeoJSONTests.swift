import Testing
import YuiOpenData
import YuiStorage
import YuiText

@Suite("GeoJSON")
struct GeoJSONTests {
  static func place(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude) ?? Coordinate.origin
  }

  static func text(_ features: [Feature], box: BoundingBox? = nil) -> String {
    var writer = GeoJSONWriter()
    for feature in features { writer.write(feature) }
    writer.finish(box: box)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  func text(_ geometry: Geometry) -> String {
    String(
      decoding: GeoJSONWriter.bytes(of: Feature(id: nil, geometry: geometry, properties: [])),
      as: UTF8.self)
  }

  @Test("A collection is written as RFC 7946 says")
  func collection() {
    let feature = Feature(
      id: "a\"1", geometry: .point(Self.place(139.745433, 35.658581)),
      properties: [
        Feature.Property("名称", .text("髙島\n屋")), Feature.Property("n", .integer(5)),
        Feature.Property("x", .number(0.1)), Feature.Property("b", .bool(true)),
        Feature.Property("d", TableValue(CalendarDate(iso: "2026-04-01"))),
        Feature.Property("e", .empty),
      ])
    let empty = Feature(id: nil, geometry: nil, properties: [])
    #expect(
      Self.text([feature, empty], box: BoundingBox(west: 139.5, south: -0.1, east: 140, north: 36))
        == #"{"type":"FeatureCollection","features":["# + "\n"
        + #"{"type":"Feature","id":"a\"1","geometry":{"type":"Point","coordinates":"#
        + #"[139.745433,35.658581]},"properties":{"名称":"髙島\u000a屋","n":5,"x":0.1,"b":true,"#
        + #""d":"2026-04-01","e":null}},"# + "\n"
        + #"{"type":"Feature","geometry":null,"properties":{}}"# + "\n"
        + #"],"bbox":[139.5,-0.1,140,36]}"# + "\n")
    #expect(Self.text([]) == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test("Positions have seven decimals at most, and no exponent")
  func decimals() {
    #expect(text(.point(Self.place(139.12345678, 0.00000004))).contains("[139.1234568,0]"))
    #expect(text(.point(Self.place(0.0000001, -0.00000001))).contains("[0.0000001,0]"))
  }

  @Test("Outlines go counterclockwise, holes clockwise, both closed")
  func rings() {
    let clockwise = [
      Self.place(0, 0), Self.place(0, 10), Self.place(10, 10), Self.place(10, 0), Self.place(0, 0),
    ]
    let hole = [Self.place(2, 2), Self.place(4, 2), Self.place(4, 4)]
    #expect(
      text(.polygon([clockwise, hole])).contains(
        "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[4,4],[4,2],[2,2]]]"))
    #expect(
      text(.polygon([clockwise.reversed()])).contains("[[[0,0],[10,0],[10,10],[0,10],[0,0]]]"))
  }

  // The examples of RFC 7946, appendix A.
  @Test(
    "Shapes are read and written the same",
    arguments: [
      #"{"type":"Point","coordinates":[100,0]}"#,
      #"{"type":"LineString","coordinates":[[100,0],[101,1]]}"#,
      #"{"type":"Polygon","coordinates":[[[100,0],[101,0],[101,1],[100,1],[100,0]],"#
        + #"[[100.8,0.8],[100.8,0.2],[100.2,0.2],[100.2,0.8],[100.8,0.8]]]}"#,
      #"{"type":"MultiPoint","coordinates":[[100,0],[101,1]]}"#,
      #"{"type":"MultiLineString","coordinates":[[[100,0],[101,1]],[[102,2],[103,3]]]}"#,
      #"{"type":"MultiPolygon","coordinates":[[[[102,2],[103,2],[103,3],[102,3],[102,2]]],"#
        + #"[[[100,0],[101,0],[101,1],[100,1],[100,0]]]]}"#,
    ])
  func shapes(shape: String) throws {
    let feature = #"{"type":"Feature","geometry":\#(shape),"properties":{}}"#
    let read = try GeoJSONReader(Array(feature.utf8))
    #expect(try text(#require(read.features.first?.geometry)) == feature)
    #expect(read.notes.isEmpty)
  }

  @Test("Properties keep their kinds; what is nested is left out; a height too")
  func properties() throws {
    let file =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":"#
      + #"{"type":"Point","coordinates":[139,35,12]},"properties":{"a":"x","b":1,"c":1.5,"d":true,"#
      + #""e":null,"f":{"g":1},"h":[1]}},{"type":"Feature","geometry":null,"properties":null}]}"#
    let read = try GeoJSONReader([0xEF, 0xBB, 0xBF] + Array(file.utf8))
    #expect(read.features[0].id == "7")
    #expect(
      read.features[0].properties == [
        Feature.Property("a", .text("x")), Feature.Property("b", .integer(1)),
        Feature.Property("c", .number(1.5)), Feature.Property("d", .bool(true)),
        Feature.Property("e", .empty),
      ])
    #expect(read.features[1] == Feature(id: nil, geometry: nil, properties: []))
  }

  @Test("A crs that says WGS 84 is noted, and so are swapped positions")
  func notes() throws {
    let file =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[{"type":"Feature","geometry":"#
      + #"{"type":"Point","coordinates":[35.6,139.7]},"properties":{}}]}"#
    // 139.7 is no latitude at all.
    #expect(throws: GeoJSONProblem.self) { try GeoJSONReader(Array(file.utf8)) }
    let right = file.replacing("[35.6,139.7]", with: "[139.7,35.6]")
    #expect(
      try GeoJSONReader(Array(right.utf8)).notes.map { $0[.en] }.first?.contains("crs") == true)
  }

  @Test(
    "What is wrong is told with its feature",
    arguments: [
      ("{", "cannot be read as GeoJSON"), ("[]", "cannot be read"),
      (#"{"type":"Point"}"#, "neither"),
      (#"{"type":"FeatureCollection"}"#, "neither"),
      (
        #"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:6677"}},"features":[]}"#,
        "EPSG:6677"
      ),
      (point("[200,35]"), "feature 1: The position (200, 35)"), (point("[139]"), "coordinates"),
      (point("[[139,35]]"), "coordinates"), (point("[139,35]", "Circle"), "“Circle”"),
      (point("[[0,0],[1,0],[1,1],[0,1]]", "LineString", wrapped: "Polygon"), "not closed"),
      (point("[[179,0],[-179,1]]", "LineString"), "180th meridian"),
      (point("[[0,0]]", "LineString"), "coordinates"),
    ])
  func refused(file: String, words: String) {
    let problem = #expect(throws: GeoJSONProblem.self) { try GeoJSONReader(Array(file.utf8)) }
    #expect(problem?.message[.en].contains(words) == true)
    #expect(problem?.message[.ja].isEmpty == false)
  }

  static func point(
    _ coordinates: String, _ type: String = "Point", wrapped: String? = nil
  ) -> String {
    let coordinates = wrapped == nil ? coordinates : "[\(coordinates)]"
    return #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
      + #"{"type":"\#(wrapped ?? type)","coordinates":\#(coordinates)}}]}"#
  }

  @Test("Deep nesting ends in a refusal")
  func deep() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: GeoJSONProblem.self) { try GeoJSONReader(Array(Self.point(deep).utf8)) }
  }
}

extension Coordinate {
  fileprivate static var origin: Coordinate {
    guard let origin = Coordinate(latitude: 0, longitude: 0) else { fatalError("no origin") }
    return origin
  }
}
