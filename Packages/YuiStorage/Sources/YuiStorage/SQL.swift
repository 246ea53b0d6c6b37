/// A statement, or a piece of one, whose text is fixed when the program is compiled.
///
/// What stands in the literal is the text; what is interpolated is bound, never pasted:
///
/// ```swift
/// let slug = "counter-12"
/// try snapshot.first("SELECT name FROM services WHERE slug = \(slug)") { try $0.text(0) }
/// ```
///
/// Pieces of `SQL` go into one another the same way, which is how optional conditions are built:
///
/// ```swift
/// let condition: SQL = score.map { "score = \($0)" } ?? "1 = 1"
/// try snapshot.all("SELECT id FROM responses WHERE \(condition)") { try $0.uuid(0) }
/// ```
///
/// There is no way to make `SQL` from a `String`: the literal pieces are `StaticString`, which only
/// the compiler makes. `SQL(stringLiteral: name)` with a `String` does not compile, and
/// `"DROP TABLE \(name)"` binds the name, which the database then refuses.
///
/// It is written in the subset that SQLite and PostgreSQL share: types `TEXT`, `BIGINT`,
/// `DOUBLE PRECISION`, `BYTEA`; booleans are 0 and 1; ids are text; no `rowid`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  package var segments: [Segment]

  /// Creates a piece of fixed text, such as the name of a table that a type is given.
  public init(stringLiteral text: StaticString) {
    segments = [.literal(text)]
  }

  /// Creates a piece from a literal and what is interpolated in it.
  public init(stringInterpolation: StringInterpolation) {
    segments = stringInterpolation.segments
  }

  package init(_ segments: [Segment]) {
    self.segments = segments
  }

  /// Joins two pieces without anything between them.
  public static func + (left: SQL, right: SQL) -> SQL {
    SQL(left.segments + right.segments)
  }

  /// Joins pieces, with `separator` between each two: `SQL.joined(conditions, separator: " AND ")`.
  public static func joined(_ pieces: [SQL], separator: SQL) -> SQL {
    var segments: [Segment] = []
    segments.reserveCapacity(
      pieces.reduce(0) { $0 + $1.segments.count + separator.segments.count })
    for (index, piece) in pieces.enumerated() {
      if index > 0 { segments += separator.segments }
      segments += piece.segments
    }
    return SQL(segments)
  }
}

extension SQL {
  /// Collects the pieces of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    /// Creates an empty collection with room for the pieces announced.
    public init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Takes the fixed text between two interpolations.
    public mutating func appendLiteral(_ text: StaticString) {
      if text.utf8CodeUnitCount > 0 { segments.append(.literal(text)) }
    }

    /// Binds a value.
    @inlinable  // for each type of value, as the next
    public mutating func appendInterpolation(_ value: some SQLBindable) {
      bind(value.sqlValue)
    }

    /// Binds a value, or no value.
    @inlinable
    public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      bind(value?.sqlValue ?? .null)
    }

    /// Splices a piece of SQL, with the values bound in it.
    public mutating func appendInterpolation(_ piece: SQL) {
      segments.append(contentsOf: piece.segments)
    }

    /// Splices rows, with a comma between each two.
    public mutating func appendInterpolation(_ rows: SQLRows) {
      segments.reserveCapacity(
        rows.rows.reduce(segments.count + 1) { $0 + $1.segments.count + 1 })
      for (index, row) in rows.rows.enumerated() {
        if index > 0 { segments.append(.literal(", ")) }
        segments.append(contentsOf: row.segments)
      }
    }

    @usableFromInline
    mutating func bind(_ value: SQLValue) {
      segments.append(.value(value))
    }
  }
}

/// The rows of a statement that takes many, to be spliced into it: see
/// ``Transaction/execute(rows:_:)``.
public struct SQLRows: Sendable {
  let rows: ArraySlice<SQL>
}

extension SQL {
  /// What a statement is made of; each engine renders it in its own dialect.
  package enum Segment: Sendable {
    case literal(StaticString)
    case value(SQLValue)
    /// The name of a table or column that was read from a database, for the storage itself.
    case name(SQLName)
    indirect case textMatch(TextMatch)
    indirect case boxMatch(BoxMatch)
  }

  /// The name of a table or column.
  package static func name(_ name: SQLName) -> SQL { SQL([.name(name)]) }

  /// The fixed text with `?` for each value: for messages, never with what was bound.
  package var shape: String { text { _ in "?" } }

  /// The fixed text, with what `placeholder` makes of the number of each value, counting from 1.
  package func text(placeholder: (Int) -> String) -> String {
    var values = 0
    return segments.map { segment in
      switch segment {
      case .literal(let text): return text.description
      case .value:
        values += 1
        return placeholder(values)
      case .name(let name): return "\"\(name.text)\""
      case .textMatch(let match): return "\(match.id.shape) matches \(match.index)"
      case .boxMatch(let match): return "\(match.id.shape) within \(match.index)"
      }
    }.joined()
  }

  /// The statement with the conditions on indexes spelled out as an engine asks for them.
  package func spelledOut(text: (TextMatch) -> SQL, box: (BoxMatch) -> SQL) -> SQL {
    let isPlain = segments.allSatisfy { segment in
      switch segment {
      case .literal, .value, .name: true
      case .textMatch, .boxMatch: false
      }
    }
    if isPlain { return self }
    return SQL(
      segments.flatMap { segment in
        switch segment {
        case .literal, .value, .name: [segment]
        case .textMatch(let match):
          text(match).spelledOut(text: text, box: box).segments
        case .boxMatch(let match):
          box(match).spelledOut(text: text, box: box).segments
        }
      })
  }
}
