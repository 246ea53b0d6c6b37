import YuiStorage
import YuiTenancy

/// The carriers of one tenant and their people: all their SQL.
enum CarrierStore {
  /// The most people of a carrier.
  static let mostPeople = 50
  /// The most carriers that are listed.
  static let mostCarriers = 1_000

  private static let columns: SQL = "id, name, corporate_number, level, status"

  static func all(in source: some Queryable) throws -> [Carrier] {
    try source.all(
      "SELECT \(columns) FROM assets_carriers ORDER BY name, id LIMIT \(mostCarriers)", carrier)
  }

  static func carrier(_ id: UUIDv7, in source: some Queryable) throws -> Carrier? {
    try source.first("SELECT \(columns) FROM assets_carriers WHERE id = \(id)", carrier)
  }

  /// The carrier for which somebody signs in.
  static func carrier(of account: UUIDv7, in source: some Queryable) throws -> Carrier? {
    try source.first(
      """
      SELECT \(columns) FROM assets_carriers
      WHERE id = (SELECT carrier FROM assets_carrier_people WHERE account = \(account))
      """, carrier)
  }

  /// The carrier with this corporate number.
  static func carrier(numbered number: String, in source: some Queryable) throws -> Carrier? {
    try source.first(
      "SELECT \(columns) FROM assets_carriers WHERE corporate_number = \(number)", carrier)
  }

  static func save(_ carrier: Carrier, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO assets_carriers (\(columns))
      VALUES (\(carrier.id), \(carrier.name), \(carrier.corporateNumber), \(carrier.level),
        \(carrier.status))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name,
        corporate_number = excluded.corporate_number, level = excluded.level,
        status = excluded.status
      """)
  }

  /// The accounts of a carrier, by address.
  static func people(of carrier: UUIDv7, in source: some Queryable) throws -> [Account] {
    let ids = try source.all(
      "SELECT account FROM assets_carrier_people WHERE carrier = \(carrier) ORDER BY account"
    ) { try $0.uuid(0) }
    return try ids.compactMap { try AccountStore.account(id: $0, in: source) }
      .sorted { $0.email.description < $1.email.description }
  }

  static func add(
    _ account: Account, to carrier: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO assets_carrier_people (account, carrier) VALUES (\(account.id), \(carrier))
      """)
  }

  private static func carrier(from row: Row) throws -> Carrier {
    Carrier(
      id: try row.uuid(0), name: try row.text(1), corporateNumber: try row.textOrNil(2),
      level: try row.value(3, as: Carrier.Level.self),
      status: try row.value(4, as: Carrier.Status.self))
  }
}
