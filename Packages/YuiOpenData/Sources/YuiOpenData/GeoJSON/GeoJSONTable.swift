import YuiText

/// Reads features as the rows of a table: a column for each property, two for the position, and one
/// for the id where the dataset has a column of that name.
///
/// The lines of a file of features mean nothing, so that rows are counted as features.
struct GeoJSONTable: TableReader {
  private let features: [Feature]
  private let columns: [Column]
  private let size: Int
  private let limits: TableLimits
  private var position = -1
  let notes: [LocalizedText]

  private enum Column {
    case property(String)
    case latitude(String)
    case longitude(String)
    case id(String)

    var name: String {
      switch self {
      case .property(let name), .latitude(let name), .longitude(let name), .id(let name): name
      }
    }
  }

  /// Reads a file as a whole, which bounds it to ``GeoJSONReader/mostBytes``.
  ///
  /// - Throws: a `RowProblem` where it cannot be read.
  init(_ file: TableFile, definition: DatasetDefinition, limits: TableLimits) throws {
    self.limits = limits
    size = file.size
    do {
      guard let place = definition.place else { throw GeoJSONProblem.noPlaces }
      guard size <= GeoJSONReader.mostBytes else {
        throw GeoJSONProblem.tooLarge(GeoJSONReader.mostBytes)
      }
      let reader = try GeoJSONReader(try file.read(at: 0, count: size))
      features = reader.features
      notes = reader.notes + [Self.counting]
      columns = Self.columns(
        of: features, place, hasID: definition.columns.contains(where: Self.isID))
    } catch let problem as GeoJSONProblem {
      throw RowProblem(line: 1, message: problem.message)
    }
    guard columns.count <= limits.columns else {
      throw CSVProblem.tooManyColumns(1, limits.columns)
    }
    guard features.count < limits.rows else {
      throw CSVProblem.tooManyRows(features.count, limits.rows - 1)
    }
  }

  var offset: Int { features.isEmpty ? size : size / features.count * max(position, 0) }

  mutating func next() throws -> TableRecord? {
    defer { position += 1 }
    var record = TableRecord(line: max(position + 1, 1), isGuarded: false)
    guard position >= 0 else {
      for column in columns { record.append(column.name.utf8); record.endField() }
      return record
    }
    guard position < features.count else { return nil }
    let feature = features[position]
    var place: Coordinate?
    switch feature.geometry {
    case nil: break
    case .point(let point): place = point
    default:
      record.problem = RowProblem(
        line: record.line, message: GeoJSONProblem.noPoint(position + 1).message)
    }
    let properties = Dictionary(
      feature.properties.map { ($0.name, $0.value.text) }, uniquingKeysWith: { first, _ in first })
    for column in columns {
      let text =
        switch column {
        case .property(let name): properties[name] ?? ""
        case .latitude: TableValue(place?.latitude).text
        case .longitude: TableValue(place?.longitude).text
        case .id: feature.id ?? ""
        }
      try add(text, to: &record)
    }
    return record
  }

  private func add(_ text: String, to record: inout TableRecord) throws {
    guard text.utf8.count <= limits.fieldBytes else {
      throw CSVProblem.tooLongField(record, limits.fieldBytes)
    }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F..<0xA0 ~= scalar.value)
        || "\n\r\t".unicodeScalars.contains(scalar)
    }
    if !isPlain, record.problem == nil { record.problem = CSVProblem.control(record) }
    record.append(text.utf8)
    record.endField()
  }

  /// The properties in the order in which they first come, but for those that say what the position
  /// and the id of a feature say.
  private static func columns(
    of features: [Feature], _ place: PlaceColumns, hasID: Bool
  ) -> [Column] {
    let places = [place.latitude, place.longitude].map(TextFolding.fold)
    var columns: [Column] = []
    var seen: Set<String> = []
    var seenID = false
    for property in features.lazy.flatMap(\.properties) where seen.insert(property.name).inserted {
      let folded = TextFolding.fold(property.name)
      if places.contains(folded) { continue }
      seenID = seenID || folded == "id"
      columns.append(.property(property.name))
    }
    columns += [.latitude(place.latitude), .longitude(place.longitude)]
    if hasID, !seenID { columns.append(.id("id")) }
    return columns
  }

  private static func isID(_ column: DatasetColumn) -> Bool { column.name == "id" }

  private static let counting = LocalizedText(
    ja: "行番号は、地物を1から数えた番号です。", en: "Line numbers count the features, from 1.")
}
