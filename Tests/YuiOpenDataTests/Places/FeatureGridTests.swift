import Testing
import YuiOpenData
import YuiStorage

@Suite("Features in memory")
struct FeatureGridTests {
  /// Points of which many lie on the edges of squares, and some nowhere.
  private static func points() -> [FeatureGrid<String>.Point] {
    (0..<600).map { number in
      let place =
        number % 50 == 0
        ? nil
        : Coordinate(
          latitude: 35.6 + Double(number % 20) / 400, longitude: 139.7 + Double(number / 20) / 320)
      return FeatureGrid.Point(id: "\(number)", place: place, feature: Array("\(number)".utf8))
    }
  }

  private static func isIn(_ box: BoundingBox, _ place: Coordinate?) -> Bool {
    guard let place else { return false }
    return box.west...box.east ~= place.longitude && box.south...box.north ~= place.latitude
  }

  /// Finds points as a store does, and counts how often it was asked.
  private final class Source {
    let all: [FeatureGrid<String>.Point]
    var reads = 0

    init(_ all: [FeatureGrid<String>.Point]) { self.all = all }

    func read(_ box: BoundingBox?) -> [FeatureGrid<String>.Point] {
      reads += 1
      return all.filter { point in box.map { isIn($0, point.place) } ?? (point.place == nil) }
    }
  }

  @Test("What lies in the boxes and what lies nowhere is found, each once")
  func finds() throws {
    let (grid, source) = (FeatureGrid<String>(mostBytes: 1 << 20), Source(Self.points()))
    for step in 0..<40 {
      let (west, south) = (139.7 + Double(step % 7) / 320, 35.6 + Double(step % 5) / 400)
      let boxes = [
        try #require(
          BoundingBox(
            west: west, south: south, east: west + Double(step) / 640,
            north: south + Double(step % 9) / 400)),
        try #require(
          BoundingBox(west: west, south: south, east: west + 0.01, north: south + 0.01)),
      ].prefix(1 + step % 2)
      let found = try #require(try grid.points(in: Array(boxes), version: 1, read: source.read))
      let expected = source.all.filter { point in
        point.place == nil || boxes.contains { Self.isIn($0, point.place) }
      }
      #expect(found.map(\.id).sorted() == expected.map(\.id).sorted())
    }
    let reads = source.reads
    let box = try #require(BoundingBox(west: 139.7, south: 35.6, east: 139.71, north: 35.61))
    _ = try grid.points(in: [box], version: 1, read: source.read)
    #expect(source.reads == reads)
    // Another version is another state.
    _ = try grid.points(in: [box], version: 2, read: source.read)
    #expect(source.reads > reads)
  }

  @Test("Boxes that are too large are left to the database")
  func large() throws {
    let world = try #require(BoundingBox(west: -180, south: -90, east: 180, north: 90))
    let found = try FeatureGrid<String>(mostBytes: 1 << 20).points(in: [world], version: 1) { _ in
      []
    }
    #expect(found?.count == nil)
  }

  @Test("What was not asked for the longest goes first")
  func bounded() throws {
    let source = Source(Self.points())
    let grid = FeatureGrid<String>(mostBytes: 200_000)
    let box = try #require(BoundingBox(west: 139.7, south: 35.6, east: 139.9, north: 35.7))
    for version in [Int64(1), 2, 1, 3] {
      _ = try grid.points(in: [box], version: version, read: source.read)
    }
    let reads = source.reads
    _ = try grid.points(in: [box], version: 1, read: source.read)
    #expect(source.reads == reads)
    _ = try grid.points(in: [box], version: 2, read: source.read)
    #expect(source.reads > reads)
  }
}
