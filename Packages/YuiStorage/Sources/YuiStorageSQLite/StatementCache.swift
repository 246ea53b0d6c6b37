import YuiStorage

/// The statements of one connection, kept prepared; those not used for longest make room.
struct StatementCache {
  /// Enough for the pages and tasks of a tenant; a statement takes a few kilobytes.
  static let limit = 64

  private var statements: [StatementShape: SQLiteStatement] = [:]
  private var uses = 0

  /// Returns a statement of this shape that is free to be run.
  mutating func statement(for sql: SQL, on database: OpaquePointer) throws -> SQLiteStatement {
    let shape = StatementShape(sql.segments)
    uses += 1
    if let known = statements[shape] {
      // Run within itself, from a row's closure, it needs a twin.
      if known.isInUse { return try SQLiteStatement(sql, on: database) }
      known.lastUse = uses
      return known
    }
    let statement = try SQLiteStatement(sql, on: database)
    if statements.count >= Self.limit { dropOldest() }
    statement.lastUse = uses
    statements[shape.withoutValues] = statement
    return statement
  }

  private mutating func dropOldest() {
    let oldest = statements.filter { !$0.value.isInUse }.min { $0.value.lastUse < $1.value.lastUse }
    if let oldest { statements[oldest.key] = nil }
  }
}

/// What makes two statements the same: their fixed texts, by address, and where values stand.
///
/// Fixed texts lie in the program itself, so that equal addresses mean equal texts and nothing has
/// to be read. The same text from two places is merely prepared twice.
struct StatementShape: Hashable {
  private let segments: [SQL.Segment]

  init(_ segments: [SQL.Segment]) {
    self.segments = segments
  }

  /// The same shape, not holding on to what was bound.
  var withoutValues: StatementShape {
    StatementShape(
      segments.map { segment in
        if case .value = segment { .value(.null) } else { segment }
      })
  }

  static func == (left: StatementShape, right: StatementShape) -> Bool {
    left.segments.elementsEqual(right.segments) { address($0) == address($1) }
  }

  func hash(into hasher: inout Hasher) {
    for segment in segments { hasher.combine(Self.address(segment)) }
  }

  /// The address of a fixed text; values have none.
  private static func address(_ segment: SQL.Segment) -> UInt {
    guard case .literal(let text) = segment else { return 0 }
    return text.hasPointerRepresentation
      ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value)
  }
}
