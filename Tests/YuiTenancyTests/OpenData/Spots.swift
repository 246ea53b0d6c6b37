import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// A module of places on the map, of which some have no place and some no day.
struct SpotsModule: Module {
  let identifier = "spots"
  let name = LocalizedText(ja: "場所", en: "Spots")
  let summary = LocalizedText(ja: "場所。", en: "Spots.")
  let permissions: [ModulePermission] = []
  let routes: [Route] = []
  let staffNavigation: [StaffNavigationItem] = []
  let publications: [any PublishedTable] = [Spots()]

  var migrations: [Migration] {
    [
      Migration(
        1, "spots",
        [
          """
          CREATE TABLE spots_items
            (id TEXT PRIMARY KEY, kind TEXT NOT NULL, longitude DOUBLE PRECISION,
             latitude DOUBLE PRECISION, since TEXT)
          """
        ]),
      Migration(2, "places") { try Spots.places.create(in: $0) },
    ]
  }

  func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML { HTML() }
}

/// The spots as everybody may take them away.
struct Spots: PublishedFeatures {
  static let places = BoxIndex("spots_places")

  let name = "spots"
  let title = LocalizedText(ja: "場所", en: "Spots")
  let summary = LocalizedText(ja: "場所の一覧。", en: "All spots.")
  let columns = ["id", "kind", "longitude", "latitude", "since"].map {
    DatasetColumn($0, label: LocalizedText(ja: $0, en: $0))
  }
  var filters: [DatasetColumn] { [columns[1]] }

  static func put(
    _ id: String, _ kind: String, at place: Coordinate?, since: String?,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO spots_items (id, kind, longitude, latitude, since)
      VALUES (\(id), \(kind), \(place?.longitude), \(place?.latitude), \(since))
      """)
    try places.set(place?.box, of: id, in: transaction)
  }

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let found = try features(FeatureQuery(), after: cursor, limit: 2, in: source)
    let rows = found.map { feature -> [TableValue] in
      let place = feature.geometry?.box
      return [
        TableValue(feature.id), feature.properties[0].value, TableValue(place?.west),
        TableValue(place?.south), feature.properties[1].value,
      ]
    }
    return (rows, found.count == 2 ? found.last?.id : nil)
  }

  func features(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [Feature] {
    try source.all(
      """
      SELECT id, kind, longitude, latitude, since FROM spots_items
      WHERE id > \(id) AND \(condition(query)) ORDER BY id LIMIT \(limit)
      """, feature(from:))
  }

  func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    try source.first("SELECT COUNT(*) FROM spots_items WHERE \(condition(query))") {
      Int(try $0.int(0))
    } ?? 0
  }

  func feature(_ id: String, in source: some Queryable) throws -> Feature? {
    try source.first(
      "SELECT id, kind, longitude, latitude, since FROM spots_items WHERE id = \(id)",
      feature(from:))
  }

  func extent(in source: some Queryable) throws -> FeatureExtent? {
    try source.first(
      """
      SELECT MIN(longitude), MIN(latitude), MAX(longitude), MAX(latitude), MIN(since), MAX(since)
      FROM spots_items WHERE latitude IS NOT NULL HAVING COUNT(*) > 0
      """
    ) { row in
      let box = BoundingBox(
        west: try row.double(0), south: try row.double(1), east: try row.double(2),
        north: try row.double(3))
      let first = try row.textOrNil(4).flatMap { CalendarDate(iso: $0) }
      let last = try row.textOrNil(5).flatMap { CalendarDate(iso: $0) }
      let days = first.flatMap { first in last.map { first...$0 } }
      return box.map { FeatureExtent(box: $0, days: days) }
    } ?? nil
  }

  private func condition(_ query: FeatureQuery) -> SQL {
    var parts = [
      query.lies(in: Self.places, id: "id", unlessMissing: "latitude"),
      query.matches("kind", "kind"),
    ]
    if let first = query.days?.first { parts.append("(since IS NULL OR since >= \(first.iso))") }
    if let last = query.days?.last { parts.append("(since IS NULL OR since <= \(last.iso))") }
    return SQL.joined(parts, separator: " AND ")
  }

  private func feature(from row: Row) throws -> Feature {
    let place = try row.doubleOrNil(3).flatMap { latitude in
      Coordinate(latitude: latitude, longitude: try row.double(2))
    }
    return Feature(
      id: try row.text(0), geometry: place.map(Geometry.point),
      properties: [
        Feature.Property("kind", .text(try row.text(1))),
        Feature.Property("since", TableValue(try row.textOrNil(4))),
      ])
  }
}
