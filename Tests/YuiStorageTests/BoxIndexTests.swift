import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct BoxIndexing {
  static let places = BoxIndex("places")

  private func filled(_ pool: TestPool, _ boxes: [(String, BoundingBox)]) throws -> Store {
    let store = pool.unborn()
    try store.create()
    try store.migrate([
      MigrationSet(
        "sites",
        [
          Migration(1, "sites", ["CREATE TABLE sites (id TEXT PRIMARY KEY)"]),
          Migration(2, "places") { try Self.places.create(in: $0) },
        ])
    ])
    try store.write { transaction in
      for (id, box) in boxes {
        try transaction.execute("INSERT INTO sites (id) VALUES (\(id))")
        try Self.places.set(box, of: id, in: transaction)
      }
    }
    return store
  }

  private func find(_ box: BoundingBox, in store: Store) throws -> [String] {
    try store.read { snapshot in
      try snapshot.all(
        "SELECT id FROM sites WHERE \(Self.places.intersects(box, id: "sites.id")) ORDER BY id"
      ) { try $0.text(0) }
    }
  }

  @Test("Boxes that end exactly at points find exactly these", arguments: Engine.allCases)
  func edges(engine: Engine) throws {
    let pool = try TestPool(engine)
    // Positions of which none is a number of 32 bits, so that a tree of such numbers alone errs.
    let points = try (0..<400).map { index in
      let (longitude, latitude) = (
        139.7 + Double(index % 20) / 300, 35.6 + Double(index / 20) / 300
      )
      return ("\(index)", try #require(BoundingBox(longitude: longitude, latitude: latitude)))
    }
    let store = try filled(pool, points)
    for step in 0..<25 {
      let (low, high) = (points[step * 7].1, points[399 - step * 6].1)
      guard
        let box = BoundingBox(
          west: min(low.west, high.west), south: min(low.south, high.south),
          east: max(low.west, high.west), north: max(low.south, high.south))
      else { continue }
      let expected = points.filter { _, point in
        box.west...box.east ~= point.west && box.south...box.north ~= point.south
      }.map(\.0).sorted()
      #expect(try find(box, in: store) == expected)
      // The least step beyond the edge leaves the points on it out.
      guard
        let smaller = BoundingBox(
          west: box.west.nextUp, south: box.south.nextUp,
          east: box.east.nextDown, north: box.north.nextDown)
      else { continue }
      let inside = points.filter { _, point in
        box.west < point.west && point.west < box.east && box.south < point.south
          && point.south < box.north
      }.map(\.0).sorted()
      #expect(try find(smaller, in: store) == inside)
    }
  }

  /// Numbers of 32 bits lie above some of these and below others, and are some of them.
  static let positions = [
    139.7, 139.3, 35.6, 35.1, -35.6, 0.1, 0, -0.0, 1.5, 90, -179.999_999_999, 180, 1e-30,
  ]

  @Test(
    "An edge takes in what lies on it, and nothing the least step beyond",
    arguments: Engine.allCases)
  func leastSteps(engine: Engine) throws {
    let pool = try TestPool(engine)
    let points = try Self.positions.enumerated().map { index, position in
      ("\(index)", try #require(BoundingBox(longitude: position, latitude: -position)))
    }
    let store = try filled(pool, points)
    for position in Self.positions {
      let narrow = Float(position)
      for edge in [
        position, position.nextUp, position.nextDown, position + 1e-7, position - 1e-7,
        Double(narrow), Double(narrow.nextUp), Double(narrow.nextDown),
      ] {
        for (low, high) in [(edge, edge + 0.5), (edge - 0.5, edge), (edge, edge)] {
          let expected = Self.positions.indices.filter { low...high ~= Self.positions[$0] }
          for box in [
            BoundingBox(west: low, south: -200, east: high, north: 200),
            BoundingBox(west: -200, south: -high, east: 200, north: -low),
          ] {
            #expect(
              try find(try #require(box), in: store) == expected.map(String.init).sorted(),
              "\(low)...\(high)")
          }
        }
      }
    }
  }

  @Test(
    "Boxes that share a point are found, and moved and removed ones are not",
    arguments: Engine.allCases)
  func boxes(engine: Engine) throws {
    let pool = try TestPool(engine)
    let square = try #require(BoundingBox(west: 1, south: 1, east: 2, north: 2))
    let touching = try #require(BoundingBox(west: 2, south: 2, east: 3, north: 3))
    let apart = try #require(BoundingBox(west: 2.000_000_1, south: 1, east: 3, north: 2))
    let store = try filled(pool, [("a", square), ("b", touching), ("c", apart)])
    #expect(try find(square, in: store) == ["a", "b"])
    try store.write { transaction in
      try Self.places.set(apart, of: "b", in: transaction)
      try Self.places.set(square, of: "c", in: transaction)
      try Self.places.set(nil, of: "a", in: transaction)
      try Self.places.set(nil, of: "unknown", in: transaction)
    }
    #expect(try find(square, in: store) == ["c"])
    #expect(try find(apart, in: store) == ["b"])
  }

  @Test(
    "Boxes that come together are found as those that come one by one", arguments: Engine.allCases)
  func together(engine: Engine) throws {
    let pool = try TestPool(engine)
    let points = try (0..<423).map { index in
      (
        id: "\(index)",
        box: try #require(BoundingBox(longitude: 139.7 + Double(index) / 300, latitude: 35.6))
      )
    }
    let store = try filled(pool, Array(points.prefix(1)))
    try store.write { try Self.places.add(Array(points.dropFirst()), in: $0) }
    try store.write { transaction in
      try transaction.execute(rows: points.dropFirst().map { "(\($0.id))" }) {
        "INSERT INTO sites (id) VALUES \($0)"
      }
      try Self.places.set(nil, of: "3", in: transaction)
      try Self.places.set(points[0].box, of: "400", in: transaction)
    }
    let few = try #require(
      BoundingBox(
        west: points[0].box.west, south: 35, east: points[5].box.west, north: 36))
    #expect(try find(few, in: store) == ["0", "1", "2", "4", "400", "5"])
    let all = try #require(BoundingBox(west: 139, south: 35, east: 142, north: 36))
    #expect(try find(all, in: store).count == 422)
  }

  @Test("What is no box is refused")
  func invalid() {
    #expect(BoundingBox(west: 2, south: 1, east: 1, north: 2) == nil)
    #expect(BoundingBox(west: 1, south: 2, east: 2, north: 1) == nil)
    #expect(BoundingBox(longitude: .nan, latitude: 1) == nil)
  }
}
