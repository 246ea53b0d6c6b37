import YuiOpenData
import YuiStorage
import YuiText

/// What a row of a file says of a site: only what its file has a column for, so that what else is
/// known of the site stays.
struct SiteRecord: Sendable {
  /// Which site it is; settled, always there.
  var id: UUIDv7?
  /// What the row says, in the fields of ``given``.
  private(set) var site: WiFiSite
  private(set) var given = SiteCells()
  /// The columns of the file that are kept without being known.
  private(set) var extraNames: [String] = []

  /// Reads a row.
  init(from row: inout DatasetRow) throws {
    site = WiFiSite(Self.nobody, name: "")
    for column in row.columns {
      guard let cell = SiteLayout.cells[column] else { continue }
      given.insert(cell)
      try row.attempt { try read(cell, column, from: &$0) }
    }
    if given.contains(.latitude) || given.contains(.longitude) {
      site.place = try row.attempt { try $0.optionalPlace(latitude: "緯度", longitude: "経度") } ?? nil
    }
    try row.attempt { try readExtras(of: $0) }
    try row.check()
  }

  /// The site as it is by what was known of it and what the row says.
  func merged(into known: WiFiSite?) throws -> WiFiSite {
    guard let id else { throw StoreError(.misuse, "a record was not settled") }
    var new = known ?? WiFiSite(id, name: site.name)
    for cell in SiteCell.allCases where given.contains(cell) { cell.copy(from: site, to: &new) }
    if known == nil, !given.contains(.facilityClass) {
      new.facilityClass = FacilityClass(guessedFrom: new.name) ?? .other
    }
    if given.contains(.latitude) { new.move(to: site.place) }
    if !extraNames.isEmpty { new.extras = merged(into: new.extras) }
    return new
  }

  /// What stands in the file's own columns, in the order in which it first came.
  private func merged(into known: [WiFiSite.Extra]) -> [WiFiSite.Extra] {
    guard !known.isEmpty else { return site.extras }
    let kept = known.compactMap { extra in
      extraNames.contains(extra.name) ? site.extras.first { $0.name == extra.name } : extra
    }
    return kept + site.extras.filter { extra in !known.contains { $0.name == extra.name } }
  }

  /// Whether the row itself says that the site is there no more.
  var saysRetired: Bool { given.contains(.status) && site.status == .retired }

  // MARK: Keeping

  /// The columns in which records of one file are kept.
  static func columns(of records: [SiteRecord]) -> [String] {
    let given = records.reduce(into: SiteCells()) { $0.formUnion($1.given) }
    let known = (SiteLayout.older + SiteLayout.added + SiteLayout.own).filter { column in
      column.cell.map { $0 == .id || given.contains($0) } ?? false
    }
    return known.map(\.name) + (records.first?.extraNames ?? [])
  }

  /// What it says in a column, from which ``init(from:)`` reads the same again.
  func text(in column: String) -> String {
    switch SiteLayout.cells[column] {
    case .id?: id?.description ?? ""
    case let cell?: given.contains(cell) ? cell.text(of: site) : ""
    case nil: site.extras.first { $0.name == column }?.value ?? ""
    }
  }

  // MARK: Reading

  private mutating func read(
    _ cell: SiteCell, _ column: String, from row: inout DatasetRow
  ) throws {
    typealias Read = SiteReaders
    switch cell {
    case .code: site.code = try row.localGovernmentCode(column) ?? ""
    case .number: site.number = try row.text(column, Read.number)
    case .prefecture: site.prefecture = try row.text(column, Read.prefecture)
    case .municipality: site.municipality = try row.text(column, Read.municipality)
    case .name: site.name = try row.required(column, Read.name)
    case .kana: site.kana = try row.text(column, Read.kana)
    case .nameEn: site.nameEn = try row.text(column, Read.nameEn)
    case .address: site.address = try row.text(column, Read.address)
    case .building: site.building = try row.text(column, Read.building)
    case .installer: site.installer = try row.text(column, Read.installer)
    case .phone: site.phone = try row.text(column, Read.phone)
    case .phoneExtension: site.phoneExtension = try row.text(column, Read.phoneExtension)
    case .ssids: site.ssids = try row.value(column, Read.ssids) ?? []
    case .coverage: site.coverage = try row.text(column, Read.coverage)
    case .url: site.url = try row.value(column, Read.url) ?? ""
    case .note: site.note = try row.text(column, Read.note)
    case .rcois: site.rcois = try row.value(column, Read.rcois) ?? []
    case .profile: site.profile = try row.value(column, Read.profile)
    case .openRoamingSince: site.openRoamingSince = try row.value(column, Read.date)
    case .hours: site.hours = try row.text(column, Read.openingHours)
    case .provider: site.provider = try row.text(column, Read.provider)
    case .backhaul: site.backhaul = try row.value(column, Read.backhaul)
    case .batteryHours: site.batteryHours = try row.value(column, Read.batteryHours)
    case .installedOn: site.installedOn = try row.value(column, Read.date)
    case .openRoaming: take(try row.value(column, Read.openRoaming), as: cell, \.openRoaming)
    case .status: take(try row.value(column, Read.status), as: cell, \.status)
    case .facilityClass: take(try row.value(column, Read.facilityClass), as: cell, \.facilityClass)
    case .verifiedOn: take(try row.value(column, Read.date), as: cell, \.verifiedOn)
    case .id: try readID(column, from: &row)
    case .latitude, .longitude, .government: break
    }
  }

  /// An empty cell says nothing here: no site is without a state, and none was looked at never again.
  private mutating func take<Value>(
    _ value: Value?, as cell: SiteCell, _ field: WritableKeyPath<WiFiSite, Value>
  ) {
    if let value { site[keyPath: field] = value } else { given.remove(cell) }
  }

  private mutating func take<Value>(
    _ value: Value?, as cell: SiteCell, _ field: WritableKeyPath<WiFiSite, Value?>
  ) {
    if let value { site[keyPath: field] = value } else { given.remove(cell) }
  }

  /// The newer layout has a column ID in which publishers count as they like.
  private mutating func readID(_ column: String, from row: inout DatasetRow) throws {
    guard let text = try row.value(column, SiteReaders.id) else { return }
    id = UUIDv7(text)
    guard id == nil else { return }
    guard !row.columns.contains("NO") else {
      throw row.problem(
        in: column,
        LocalizedText(
          ja: "「\(text)」は使えません。書き出したファイルのidをそのまま入力するか、空欄にしてください。",
          en: "“\(text)” is not accepted. Keep the id of an exported file, or leave the cell empty."
        ))
    }
    site.number = text
    given.insert(.number)
  }

  private mutating func readExtras(of row: DatasetRow) throws {
    extraNames = row.extraNames.filter { $0 != Self.government }
    guard extraNames.count <= SiteExtras.most else { throw SiteExtras.tooMany(row) }
    for extra in row.extras {
      guard extra.name != Self.government else {
        (site.prefecture, site.municipality) = Self.parts(ofGovernment: extra.value)
        given.insert(.prefecture)
        given.insert(.municipality)
        continue
      }
      guard extra.value.unicodeScalars.count <= SiteExtras.longest, extra.name.utf8.count <= 300
      else { throw SiteExtras.tooLong(extra.name, row) }
      site.extras.append(WiFiSite.Extra(name: extra.name, value: extra.value))
    }
  }

  /// 東京都新宿区 as 東京都 and 新宿区.
  private static func parts(
    ofGovernment text: String
  ) -> (prefecture: String, municipality: String) {
    let text = text.trimmingWhitespace
    for length in [3, 4] {
      let prefix = String(text.prefix(length))
      if WiFiSite.isPrefecture(prefix) { return (prefix, String(text.dropFirst(length))) }
    }
    return ("", text)
  }

  private static let government =
    SiteLayout.newer.first { $0.cell == .government }?.name ?? ""

  private static let nobody = UUIDv7(at: Timestamp(milliseconds: 0))
}

extension DatasetRow {
  fileprivate mutating func value<Value>(
    _ column: String, _ reader: CellReader<Value?>
  ) throws(RowProblem) -> Value? {
    try optional(column, reader) ?? nil
  }

  /// A text, empty where there is nothing but white space.
  fileprivate mutating func text(
    _ column: String, _ reader: CellReader<String?>
  ) throws(RowProblem) -> String {
    let text = try value(column, reader) ?? ""
    return text.trimmingWhitespace.isEmpty ? "" : text
  }
}
