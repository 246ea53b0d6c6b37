import Testing
import YuiOpenData
import YuiStorage

@Suite("Mesh codes of JIS X 0410")
struct MeshCodeTests {
  // jismesh 2.1.0, to_meshcode of levels 1 to 6: Tokyo Tower, Tokyo's government, Sapporo, Naha,
  // Yonaguni, Soya, Minamitorishima.
  static let places: [(Double, Double, [String])] = [
    (
      35.658581, 139.745433,
      ["5339", "533935", "53393599", "533935992", "5339359921", "53393599212"]
    ),
    (
      35.689634, 139.692101,
      ["5339", "533945", "53394525", "533945253", "5339452534", "53394525341"]
    ),
    (
      43.06417, 141.34694, ["6441", "644142", "64414277", "644142774", "6441427742", "64414277423"]
    ),
    (
      26.2124, 127.68093, ["3927", "392725", "39272554", "392725541", "3927255414", "39272554144"]
    ),
    (24.449, 122.934, ["3622", "362257", "36225734", "362257344", "3622573443", "36225734434"]),
    (45.5225, 141.9364, ["6841", "684127", "68412724", "684127244", "6841272442", "68412724424"]),
    (24.2867, 153.9807, ["3653", "365337", "36533748", "365337481", "3653374814", "36533748144"]),
  ]

  @Test("A place is in the cell that others name", arguments: places)
  func codes(latitude: Double, longitude: Double, codes: [String]) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
    for (level, code) in zip(MeshCode.Level.allCases, codes) {
      let mesh = try #require(MeshCode(containing: place, level: level))
      #expect(mesh.code == code)
      #expect(MeshCode(code) == mesh)
      let box = try #require(mesh.box)
      #expect(box.south...box.north ~= latitude && box.west...box.east ~= longitude)
      #expect(mesh.within(.first).code == codes[0])
    }
  }

  // jismesh 2.1.0, to_meshpoint of the lower left and the upper right corner.
  @Test(
    "A code has the box that others give",
    arguments: [
      ("5339", 35.333333333, 139, 36, 140), ("533935", 35.583333333, 139.625, 35.666666667, 139.75),
      ("53393599", 35.658333333, 139.7375, 35.666666667, 139.75),
      ("533935993", 35.6625, 139.7375, 35.666666667, 139.74375),
      ("5339359932", 35.6625, 139.740625, 35.664583333, 139.74375),
      ("53393599321", 35.6625, 139.740625, 35.663541667, 139.7421875),
    ])
  func boxes(code: String, south: Double, west: Double, north: Double, east: Double) throws {
    let box = try #require(MeshCode(code)?.box)
    for (found, expected) in [
      (box.south, south), (box.west, west), (box.north, north), (box.east, east),
    ] {
      #expect(abs(found - expected) < 1e-9)
    }
    let center = try #require(MeshCode(code)?.center)
    #expect(abs(center.latitude - (south + north) / 2) < 1e-9)
  }

  @Test(
    "What is no code is none",
    arguments: [
      "", "533", "53393", "533985", "533958", "533935995", "533935990", "5339359930", "x339",
      "５３３９", "533935993211", "-339",
    ])
  func noCodes(code: String) {
    #expect(MeshCode(code) == nil)
  }

  @Test("There are no codes outside of the grid")
  func outside() throws {
    for (latitude, longitude) in [(-0.1, 139), (66.7, 139), (35, 99.9), (35.0, -139.0)] {
      let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
      #expect(MeshCode(containing: place, level: .third) == nil)
    }
  }

  /// A second-order mesh is 5 minutes of latitude high and 7.5 of longitude wide.
  @Test("The lines between cells are those of the standard")
  func lines() throws {
    let box = try #require(BoundingBox(west: 139.6, south: 35.6, east: 139.9, north: 35.8))
    let second = MeshCode.Level.second.lines(in: box)
    #expect(second.longitudes == [139.625, 139.75, 139.875])
    #expect(second.latitudes.map { ($0 * 60).rounded() } == [2140, 2145])
    #expect(MeshCode.Level.third.lines(in: box).longitudes.count == 25)
    #expect(MeshCode.Level.first.lines(in: box).longitudes.isEmpty)
  }
}
