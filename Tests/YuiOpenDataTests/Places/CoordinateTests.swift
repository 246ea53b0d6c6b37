import Testing
import YuiOpenData
import YuiStorage
import YuiText

@Suite("Places")
struct CoordinateTests {
  @Test("There are no places outside of the earth")
  func bounds() {
    #expect(Coordinate(latitude: 90, longitude: -180) != nil)
    #expect(Coordinate(latitude: 90.1, longitude: 0) == nil)
    #expect(Coordinate(latitude: 0, longitude: 180.1) == nil)
    #expect(Coordinate(latitude: .nan, longitude: 0) == nil)
    #expect(Coordinate(latitude: 0, longitude: .infinity) == nil)
  }

  // Geospatial Information Authority of Japan: the ends of the country.
  @Test(
    "Japan's ends are around Japan",
    arguments: [(45.5578, 148.7522), (20.4253, 136.0697), (24.2831, 153.9867), (24.4494, 122.9336)])
  func japan(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude)?.isAroundJapan == true)
    let read = Coordinate.reading(latitude: longitude, longitude: latitude)
    #expect(read?.wasSwapped == true)
    #expect(read?.coordinate.latitude == latitude)
  }

  struct Read {
    var place: Coordinate?
    var problems: [String]
    var repairs: [String]
  }

  func read(_ latitude: String, _ longitude: String) throws -> Read {
    let definition = DatasetDefinition(
      name: "x", title: LocalizedText(ja: "x", en: ""),
      columns: [
        DatasetColumn("latitude", label: LocalizedText(ja: "緯度", en: "")),
        DatasetColumn("longitude", label: LocalizedText(ja: "経度", en: "")),
        DatasetColumn("x", label: LocalizedText(ja: "x", en: "")),
      ])
    var writer = CSVWriter()
    writer.write(["緯度", "経度", "x"])
    writer.write([latitude, longitude, "x"])
    var place: Coordinate?
    let report = try DatasetTable(TableFile(writer.take()), definition: definition).read { row, _ in
      place = try row.optionalPlace(latitude: "latitude", longitude: "longitude")
    }
    return Read(
      place: place, problems: report.problems.first.map { $0.text(.en) },
      repairs: report.repairs.first.map { $0.text(.en) })
  }

  @Test("A place is read from two columns, and swapped ones are put right and told")
  func columns() throws {
    let tower = Coordinate(latitude: 35.658581, longitude: 139.745433)
    #expect(try read("35.658581", "139.745433").place == tower)
    #expect(try read("３５.658581", "139.745433").repairs.count == 1)
    #expect(try read("", "").place == nil)
    #expect(try read("", "").repairs.isEmpty)
    #expect(try read("-", "－").place == nil)
    #expect(try read("-", "－").repairs.count == 2)
    let swapped = try read("139.745433", "35.658581")
    #expect(swapped.place == tower)
    #expect(
      swapped.repairs == [
        "line 2, column 1 (緯度): “139.745433” read as “35.658581”",
        "line 2, column 2 (経度): “35.658581” read as “139.745433”",
      ])
  }

  @Test(
    "What is no place is refused with its column",
    arguments: [
      ("369.56", "139", "column 1"), ("35", "", "column 2"), ("", "139", "column 1"),
      ("x", "139", "column 1"), ("0x10", "139", "column 1"), ("100", "139", "column 1"),
      ("1e1", "139", "column 1"), ("35", "-", "column 2"), ("nan", "139", "column 1"),
    ])
  func refused(latitude: String, longitude: String, place: String) throws {
    let found = try read(latitude, longitude)
    #expect(found.place == nil)
    #expect(found.problems.first?.contains(place) == true)
  }
}

@Suite("How far places are from each other")
struct DistanceTests {
  /// The Geospatial Information Authority's own example of its survey calculator, 58,643.804 m on the
  /// ellipsoid, and two places whose distance its map measures.
  @Test(
    "A distance is right to half a per cent",
    arguments: [
      ("36.103774791666666,140.08785504166664", "35.65502847222223,139.74475044444443", 58_643.804),
      ("35.658581,139.745433", "35.710063,139.8107", 8_220.0),
      ("35.69,139.69", "35.69,139.69", 0),
    ])
  func distance(from: String, to: String, metres: Double) throws {
    let (first, second) = (try #require(Coordinate(from)), try #require(Coordinate(to)))
    #expect(abs(first.distance(to: second) - metres) <= metres * 0.005)
    #expect(abs(first.distance(to: second) - second.distance(to: first)) < 0.001)
  }

  @Test(
    "Surroundings hold what is near in every direction, also at the poles",
    arguments: [0, 35.7, 89.9, -90])
  func surroundings(latitude: Double) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: 139.7))
    let box = try #require(place.surroundings(1_000))
    #expect(box.west < 139.7 && 139.7 < box.east)
    for (north, east) in [(0.0089, 0.0), (-0.0089, 0.0), (0.0, 0.0089), (0.0, -0.0089)] {
      guard let other = Coordinate(latitude: latitude + north, longitude: 139.7 + east),
        place.distance(to: other) <= 1_000
      else { continue }
      #expect(box.south <= other.latitude && other.latitude <= box.north)
      #expect(box.west <= other.longitude && other.longitude <= box.east)
    }
  }

  @Test(
    "A place is read from two numbers with a comma between",
    arguments: [
      ("35.69,139.69", "35.69,139.69"), (" 35.69 , 139.69 ", "35.69,139.69"), ("-0.5,1", "-0.5,1"),
    ])
  func reading(text: String, expected: String) {
    #expect(Coordinate(text)?.description == expected)
  }

  @Test(
    "What is no place is refused",
    arguments: ["", "35.69", "35.69,", "95,10", "nan,1", "1,2,3", "1;2"])
  func refusing(text: String) {
    #expect(Coordinate(text) == nil)
  }
}
