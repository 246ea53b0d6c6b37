import YuiStorage
import YuiText

/// The access points of sites: all their SQL.
///
/// What they are is for staff only, so a change of them makes no public page outdated.
enum AccessPointStore {
  /// The access points of a site, by their codes.
  static func points(of site: UUIDv7, in source: some Queryable) throws -> [AccessPoint] {
    try source.all(
      """
      SELECT \(columns) FROM wifi_access_points WHERE site = \(site)
      ORDER BY code LIMIT \(AccessPoint.most)
      """, point(from:))
  }

  static func point(
    _ code: String, of site: UUIDv7, in source: some Queryable
  ) throws -> AccessPoint? {
    try source.first(
      "SELECT \(columns) FROM wifi_access_points WHERE site = \(site) AND code = \(code)",
      point(from:))
  }

  /// Stores an access point, new or changed, and writes down what changed.
  ///
  /// - Returns: whether anything changed.
  @discardableResult
  static func save(
    _ point: AccessPoint, of site: UUIDv7, by who: String, source: SiteChange.Source,
    at now: Timestamp, in transaction: Transaction
  ) throws -> Bool {
    let old = try self.point(point.code, of: site, in: transaction)
    guard point != old else { return false }
    try transaction.execute(
      """
      INSERT INTO wifi_access_points (site, \(columns))
      VALUES (\(site), \(point.code), \(point.position), \(joined(point.bands)),
        \(joined(point.security)), \(point.status), \(point.installedOn))
      ON CONFLICT (site, code) DO UPDATE SET place = excluded.place, bands = excluded.bands,
        security = excluded.security, status = excluded.status,
        installed_on = excluded.installed_on
      """)
    if old == nil { try count(1, at: site, in: transaction) }
    try note(old, point, of: site, by: who, source: source, at: now, in: transaction)
    return true
  }

  /// Takes an access point away; false where there is none of that code.
  @discardableResult
  static func remove(
    _ code: String, of site: UUIDv7, by who: String, source: SiteChange.Source,
    at now: Timestamp, in transaction: Transaction
  ) throws -> Bool {
    guard let old = try point(code, of: site, in: transaction) else { return false }
    try transaction.execute(
      "DELETE FROM wifi_access_points WHERE site = \(site) AND code = \(code)")
    try count(-1, at: site, in: transaction)
    try note(old, nil, of: site, by: who, source: source, at: now, in: transaction)
    return true
  }

  /// How many access points sites have, of those that have any.
  static func counts(of sites: [UUIDv7], in source: some Queryable) throws -> [UUIDv7: Int] {
    guard !sites.isEmpty else { return [:] }
    let list = SQL.joined(sites.map { "\($0)" }, separator: ", ")
    let found = try source.all(
      "SELECT id, access_points FROM wifi_sites WHERE id IN (\(list)) AND access_points > 0"
    ) { row in (try row.uuid(0), try row.int(1)) }
    return Dictionary(found) { first, _ in first }
  }

  private static func count(_ change: Int, at site: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute(
      "UPDATE wifi_sites SET access_points = access_points + \(change) WHERE id = \(site)")
  }

  private static func note(
    _ old: AccessPoint?, _ new: AccessPoint?, of site: UUIDv7, by who: String,
    source: SiteChange.Source, at now: Timestamp, in transaction: Transaction
  ) throws {
    let fields = AccessPoint.fields(from: old, to: new)
    try SiteHistory.add([(site, fields)], by: who, source: source, at: now, in: transaction)
  }

  private static let columns: SQL = "code, place, bands, security, status, installed_on"

  private static func joined(_ values: Set<some RawRepresentable<String>>) -> String {
    values.map(\.rawValue).sorted().joined(separator: ";")
  }

  private static func point(from row: Row) throws -> AccessPoint {
    AccessPoint(
      code: try row.text(0), position: try row.text(1),
      bands: try values(try row.text(2)), security: try values(try row.text(3)),
      status: try row.value(4, as: SiteStatus.self), installedOn: try row.dateOrNil(5))
  }

  private static func values<Value: RawRepresentable<String> & Hashable>(
    _ text: String
  ) throws -> Set<Value> {
    let names = text.split(separator: ";").map(String.init)
    let values = names.compactMap { Value(rawValue: $0) }
    guard values.count == names.count else {
      throw StoreError(.wrongType, "a stored access point cannot be read")
    }
    return Set(values)
  }
}

extension AccessPoint {
  /// What differs between two states of an access point, of which one may be none.
  fileprivate static func fields(
    from old: AccessPoint?, to new: AccessPoint?
  ) -> [SiteChange.Field] {
    let texts: [(SiteField, (AccessPoint) -> String)] = [
      (.accessPoint, \.equipment), (.status, \.status.rawValue),
      (.installedOn, { $0.installedOn?.iso ?? "" }),
    ]
    return texts.compactMap { field, text in
      let (before, after) = (old.map(text) ?? "", new.map(text) ?? "")
      guard before != after else { return nil }
      return SiteChange.Field(
        field: field, point: new?.code ?? old?.code, before: before, after: after)
    }
  }

  /// Where it is and what it sends.
  private var equipment: String {
    let bands = bands.map(\.rawValue).sorted().joined(separator: ", ")
    let security = security.map(\.rawValue).sorted().joined(separator: ", ")
    return [position, bands, security].filter { !$0.isEmpty }.joined(separator: " / ")
  }
}
