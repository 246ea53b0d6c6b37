import YuiOpenData

/// Writes the rows of a dataset as features: what a column `id` holds as their ids, every other cell
/// as a property, and the position as their geometry.
struct GeoJSONEncoder: TableEncoder {
  private let columns: [DatasetColumn]
  private let latitude: Int?
  private let longitude: Int?
  private let id: Int?
  private var writer = GeoJSONWriter()

  init(_ columns: [DatasetColumn], _ place: PlaceColumns) {
    self.columns = columns
    latitude = columns.firstIndex { $0.name == place.latitude }
    longitude = columns.firstIndex { $0.name == place.longitude }
    id = columns.firstIndex { $0.name == "id" }
  }

  mutating func add(_ cells: [String]) throws {
    let shown = cells.indices.filter { ![latitude, longitude, id].contains($0) }
    writer.write(
      Feature(
        id: id.map { cells[$0] }, geometry: place(in: cells).map(Geometry.point),
        properties: shown.map { index in
          Feature.Property(
            columns[index].name, TableValue(cell: cells[index], kind: columns[index].kind))
        }))
  }

  private func place(in cells: [String]) -> Coordinate? {
    guard let latitude = latitude.flatMap({ Double(cells[$0]) }),
      let longitude = longitude.flatMap({ Double(cells[$0]) })
    else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  mutating func take() -> [UInt8] { writer.take() }

  mutating func finish() -> [UInt8] {
    writer.finish()
    return writer.take()
  }
}
