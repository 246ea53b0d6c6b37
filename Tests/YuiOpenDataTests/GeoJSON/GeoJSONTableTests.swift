import Testing
import YuiOpenData
import YuiText

@Suite("Datasets as GeoJSON")
struct GeoJSONTableTests {
  static let spots = DatasetDefinition(
    name: "spots", title: LocalizedText(ja: "場所", en: "Spots"),
    columns: [
      DatasetColumn("id", label: LocalizedText(ja: "ID", en: "Id")),
      DatasetColumn("名称", label: LocalizedText(ja: "名称", en: "Name"), isRequired: true),
      DatasetColumn("緯度", label: LocalizedText(ja: "緯度", en: "Latitude")),
      DatasetColumn("経度", label: LocalizedText(ja: "経度", en: "Longitude")),
    ], keepsExtraColumns: true, place: PlaceColumns(latitude: "緯度", longitude: "経度"))

  static func collection(_ features: String, _ members: String = "") -> String {
    #"{"type":"FeatureCollection",\#(members)"features":[\#(features)]}"#
  }

  func read(
    _ text: String, _ definition: DatasetDefinition = spots
  ) throws -> (rows: [[String]], report: ImportReport) {
    var rows: [[String]] = []
    let report = try DatasetTable(TableFile(Array(text.utf8)), definition: definition).read {
      row, _ in
      let place = try row.optionalPlace(latitude: "緯度", longitude: "経度")
      rows.append(
        [row["id"], try row.required("名称", .line(max: 10)), "\(place?.latitude ?? 0)"]
          + row.extras.map { "\($0.name)=\($0.value)" })
    }
    return (rows, report)
  }

  @Test("Features are rows, their places two columns, their ids a third")
  func rows() throws {
    let (rows, report) = try read(
      Self.collection(
        #"{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[139.7,35.6]},"#
          + #""properties":{"名称":"駅","階":2,"緯度":"x"}},"#
          + #"{"type":"Feature","geometry":null,"properties":{"名称":"公園","広さ":1.5}}"#))
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect(rows == [["7", "駅", "35.6", "階=2"], ["", "公園", "0.0", "広さ=1.5"]])
    #expect(report.notes.first.map { $0[.en] } == ["Line numbers count the features, from 1."])
  }

  @Test("A property of that name is the id")
  func identifier() throws {
    let feature = #"{"type":"Feature","id":1,"geometry":null,"properties":{"ID":"a","名称":"駅"}}"#
    #expect(try read(Self.collection(feature)).rows == [["a", "駅", "0.0"]])
  }

  @Test("A row that is wrong is told by the number of its feature, and reading goes on")
  func wrongRows() throws {
    let line = #"{"type":"LineString","coordinates":[[139,35],[140,36]]}"#
    let (rows, report) = try read(
      Self.collection(
        #"{"type":"Feature","geometry":\#(line),"properties":{"名称":"道"}},"#
          + #"{"type":"Feature","geometry":null,"properties":{"名称":"","階":1}},"#
          + #"{"type":"Feature","geometry":null,"properties":{"名称":"a\u0000b"}},"#
          + #"{"type":"Feature","geometry":null,"properties":{"名称":"駅"}}"#))
    #expect(rows.map { $0[1] } == ["駅"])
    #expect(report.problems.first.map(\.line) == [1, 2, 3])
    #expect(report.problems.first.first?.message[.en].contains("not a point") == true)
    #expect(report.problems.first.last?.message[.en].contains("control character") == true)
  }

  @Test(
    "A file that cannot be read as a whole is told with a way to mend it",
    arguments: [
      ("{", "cannot be read as GeoJSON"), (" \n{\"type\":\"Point\"}", "neither"),
      (collection("", #""crs":{"properties":{"name":"EPSG:6677"}},"#), "EPSG:6677"),
      (
        collection(
          #"{"type":"Feature","geometry":{"type":"Point","coordinates":[35.6,139.7]},"#
            + #""properties":{}}"#), "the longitude first"
      ), (collection(""), "required column “名称”"),
    ])
  func refused(text: String, words: String) throws {
    let (rows, report) = try read(text)
    #expect(rows.isEmpty)
    #expect(report.problems.first.first?.text(.en).contains(words) == true)
  }

  @Test("A crs that says WGS 84 is read, and told to be useless")
  func usualCRS() throws {
    let feature = #"{"type":"Feature","geometry":null,"properties":{"名称":"駅"}}"#
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#
    let (rows, report) = try read("\u{FEFF}" + Self.collection(feature, crs))
    #expect(rows.count == 1)
    #expect(report.notes.first.contains { $0[.en].contains("crs") })
  }

  @Test("Data without places are not read as GeoJSON")
  func noPlaces() throws {
    let report = try DatasetTable(
      TableFile(Array(Self.collection("").utf8)), definition: DatasetTests.tallies
    ).read { _, _ in }
    #expect(report.problems.first.first?.text(.en).contains("Use CSV or Excel") == true)
  }
}
