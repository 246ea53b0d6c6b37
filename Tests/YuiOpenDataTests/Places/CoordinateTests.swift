import Testing
import YuiOpenData
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
      ("1e1", "139", "column 1"), ("nan", "139", "column 1"),
    ])
  func refused(latitude: String, longitude: String, place: String) throws {
    let found = try read(latitude, longitude)
    #expect(found.place == nil)
    #expect(found.problems.first?.contains(place) == true)
  }
}
