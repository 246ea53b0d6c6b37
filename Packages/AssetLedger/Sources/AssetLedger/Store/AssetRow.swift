import YuiOpenData
import YuiStorage

/// An asset as a row of `assets_assets`.
enum AssetRow {
  /// The columns in the order of ``AssetField/stored``, then what all fields share.
  static let columns: SQL =
    """
    id, class, name, name_en, owner, bureau, address, latitude, longitude, area_m2, height_m,
    street_distance_m, power, load, sharing_allowed, sharing_terms, legal_basis, availability,
    unsuitable_reason, publish, verified_on, municipality_code, owner_code, accuracy_m, storeys,
    structure, built_year, roof_use, power_voltage, power_metering, fibre, access_hours,
    escort_required, constraints, constraint_notes, current_use, unsuitable_notes, fee_basis,
    contact, note, source, details, doubt
    """

  /// What an upsert takes over of a row that is there.
  static let replaced: SQL =
    """
    class = excluded.class, name = excluded.name, name_en = excluded.name_en,
    owner = excluded.owner, bureau = excluded.bureau, address = excluded.address,
    latitude = excluded.latitude, longitude = excluded.longitude, area_m2 = excluded.area_m2,
    height_m = excluded.height_m, street_distance_m = excluded.street_distance_m,
    power = excluded.power, load = excluded.load, sharing_allowed = excluded.sharing_allowed,
    sharing_terms = excluded.sharing_terms, legal_basis = excluded.legal_basis,
    availability = excluded.availability, unsuitable_reason = excluded.unsuitable_reason,
    publish = excluded.publish, verified_on = excluded.verified_on,
    municipality_code = excluded.municipality_code, owner_code = excluded.owner_code,
    accuracy_m = excluded.accuracy_m, storeys = excluded.storeys,
    structure = excluded.structure, built_year = excluded.built_year,
    roof_use = excluded.roof_use, power_voltage = excluded.power_voltage,
    power_metering = excluded.power_metering, fibre = excluded.fibre,
    access_hours = excluded.access_hours, escort_required = excluded.escort_required,
    constraints = excluded.constraints, constraint_notes = excluded.constraint_notes,
    current_use = excluded.current_use, unsuitable_notes = excluded.unsuitable_notes,
    fee_basis = excluded.fee_basis, contact = excluded.contact, note = excluded.note,
    source = excluded.source, details = excluded.details, doubt = excluded.doubt,
    has_power = excluded.has_power, mesh = excluded.mesh
    """

  /// Its values in the order of the columns, then what queries need besides: `has_power`, `mesh`.
  static func values(of asset: Asset) -> SQL {
    let stored: [SQL] = AssetField.stored.map { "\($0.bind(asset))" }
    return """
      \(SQL.joined(stored, separator: ", ")), \(asset.detailLines), \(asset.doubt?.rawValue),
      \(asset.power?.isThere), \(asset.mesh?.code)
      """
  }

  static func asset(from row: Row) throws -> Asset {
    guard let place = Coordinate(latitude: try row.double(7), longitude: try row.double(8)) else {
      throw StoreError(.wrongType, "a stored position cannot be read")
    }
    var asset = Asset(
      AssetID(stored: try row.text(0)), try row.value(1, as: AssetClass.self),
      name: try row.text(2), at: place)
    let fields = AssetField.stored
    for (column, field) in fields.enumerated() { try field.load(row, column, &asset) }
    asset.details = Asset.details(from: try row.text(fields.count))
    asset.doubt = try row.valueOrNil(fields.count + 1, as: PositionDoubt.self)
    return asset
  }
}

extension Asset {
  /// The finest mesh in which assets are counted; `nil` where the grid does not reach.
  var mesh: MeshCode? { AssetCounts.levels.last.flatMap { MeshCode(containing: place, level: $0) } }
}

extension AssetClass: SQLBindable {}
extension Availability: SQLBindable {}
extension PublishLevel: SQLBindable {}
extension AssetChange.Kind: SQLBindable {}
extension AssetChange.Source: SQLBindable {}

extension Array {
  /// The elements in order, at most so many at a time.
  func chunks(of most: Int) -> [[Element]] {
    stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
  }
}
