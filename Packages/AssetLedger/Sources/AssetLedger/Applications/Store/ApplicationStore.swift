import FoundationEssentials
import YuiStorage
import YuiText

/// The applications of one tenant: how they are read and written down.
enum ApplicationStore {
  /// The most applications that are listed.
  static let most = 500

  private static let columns: SQL =
    """
    id, carrier, applicant, purpose, partners, wished_from, wished_until, equipment, submitted_at
    """

  static func application(_ id: UUIDv7, in source: some Queryable) throws -> Application? {
    let rows = try source.all(
      "SELECT \(columns) FROM assets_applications WHERE id = \(id)", application)
    return try rows.first.map { try filled($0, in: source) }
  }

  /// The applications of a carrier as a list shows them, the newest first.
  static func summaries(
    of carrier: UUIDv7, in source: some Queryable
  ) throws -> [ApplicationSummary] {
    try source.all(
      """
      SELECT applications.id, applications.purpose, applications.submitted_at, cases.number,
        cases.state, (SELECT COUNT(*) FROM assets_application_assets AS items
          WHERE items.application = applications.id)
      FROM assets_applications AS applications
      LEFT JOIN assets_cases AS cases ON cases.subject = applications.id
      WHERE applications.carrier = \(carrier) ORDER BY applications.id DESC LIMIT \(most)
      """
    ) { row in
      ApplicationSummary(
        id: try row.uuid(0), purpose: try row.text(1), submittedAt: try row.timestampOrNil(2),
        number: try row.intOrNil(3), state: try row.textOrNil(4), assets: try row.int(5))
    }
  }

  /// Writes an application in place of what is known of it.
  static func write(_ application: Application, in transaction: Transaction) throws {
    let equipment = String(decoding: try JSONEncoder().encode(application.equipment), as: UTF8.self)
    try transaction.execute(
      """
      INSERT INTO assets_applications (\(columns))
      VALUES (\(application.id), \(application.carrier), \(application.applicant),
        \(application.purpose), \(application.partners), \(application.wishedFrom),
        \(application.wishedUntil), \(equipment), \(application.submittedAt))
      ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, partners = excluded.partners,
        wished_from = excluded.wished_from, wished_until = excluded.wished_until,
        equipment = excluded.equipment, submitted_at = excluded.submitted_at
      """)
    try transaction.execute(
      "DELETE FROM assets_application_assets WHERE application = \(application.id)")
    let rows: [SQL] = application.assets.enumerated().map { position, item in
      """
      (\(application.id), \(position), \(item.asset.description), \(item.outcome), \(item.reason))
      """
    }
    try transaction.execute(rows: rows) {
      """
      INSERT INTO assets_application_assets (application, position, asset, outcome, reason)
      VALUES \($0)
      """
    }
  }

  /// What an applicant answered, the newest first.
  static func answers(
    of application: UUIDv7, in source: some Queryable
  ) throws -> [(text: String, at: Timestamp)] {
    try source.all(
      """
      SELECT body, id FROM assets_application_answers WHERE application = \(application)
      ORDER BY id DESC LIMIT 100
      """
    ) { row in (try row.text(0), try row.uuid(1).time) }
  }

  static func addAnswer(
    _ text: String, to application: UUIDv7, at now: Timestamp, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO assets_application_answers (id, application, body)
      VALUES (\(UUIDv7(at: now)), \(application), \(text))
      """)
  }

  static func permit(of application: UUIDv7, in source: some Queryable) throws -> Permit? {
    try source.first(
      """
      SELECT number, from_on, until_on, conditions, fee_yen, decided_at, decided_by
      FROM assets_permits WHERE application = \(application)
      """
    ) { row in
      Permit(
        number: try row.text(0), from: try row.date(1), until: try row.date(2),
        conditions: try row.text(3), fee: try row.int(4), decidedAt: try row.timestamp(5),
        decidedBy: try row.text(6))
    }
  }

  static func write(
    _ permit: Permit, of application: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO assets_permits
        (application, number, from_on, until_on, conditions, fee_yen, decided_at, decided_by)
      VALUES (\(application), \(permit.number), \(permit.from), \(permit.until),
        \(permit.conditions), \(permit.fee), \(permit.decidedAt), \(permit.decidedBy))
      ON CONFLICT (application) DO UPDATE SET number = excluded.number,
        from_on = excluded.from_on, until_on = excluded.until_on,
        conditions = excluded.conditions, fee_yen = excluded.fee_yen,
        decided_at = excluded.decided_at, decided_by = excluded.decided_by
      """)
  }

  /// The application that bears the number of a permit.
  static func holder(ofPermit number: String, in source: some Queryable) throws -> UUIDv7? {
    try source.first("SELECT application FROM assets_permits WHERE number = \(number)") {
      try $0.uuid(0)
    }
  }

  private static func filled(
    _ application: Application, in source: some Queryable
  ) throws -> Application {
    var application = application
    application.assets = try source.all(
      """
      SELECT asset, outcome, reason FROM assets_application_assets
      WHERE application = \(application.id) ORDER BY position
      """
    ) { row in
      Application.Item(
        asset: AssetID(stored: try row.text(0)),
        outcome: try row.value(1, as: Application.Outcome.self), reason: try row.text(2))
    }
    return application
  }

  private static func application(from row: Row) throws -> Application {
    Application(
      id: try row.uuid(0), carrier: try row.uuid(1), applicant: try row.text(2),
      purpose: try row.text(3), partners: try row.text(4), wishedFrom: try row.date(5),
      wishedUntil: try row.date(6),
      equipment: try JSONDecoder().decode([Equipment].self, from: Data(try row.text(7).utf8)),
      assets: [], submittedAt: try row.timestampOrNil(8))
  }
}
