import CLibPQ
import YuiStorage

/// A statement as the server keeps it prepared for a connection.
struct PreparedStatement {
  let name: String
  let text: String
  /// The types that were given for its values; 0 where the server found out.
  let types: [Oid]
}

/// The statements of one connection that the server keeps prepared.
struct StatementCache {
  /// Enough for the pages and tasks of a tenant.
  private static let limit = 128

  private var statements: [StatementShape: PreparedStatement] = [:]
  private var names = 0

  /// Whether it is time to begin anew, between two transactions.
  var isFull: Bool { statements.count > Self.limit }

  /// Returns the prepared statement of this shape, if these values fit it.
  func statement(_ shape: StatementShape, _ parameters: Parameters) -> PreparedStatement? {
    guard let known = statements[shape] else { return nil }
    let isFit = zip(known.types, parameters.types).allSatisfy { known, given in
      known == given || known == 0 || given == 0
    }
    return isFit ? known : nil
  }

  mutating func new(_ sql: SQL, _ parameters: Parameters) -> PreparedStatement {
    names += 1
    return PreparedStatement(
      name: "s\(names)", text: sql.text { "$\($0)" }, types: parameters.types)
  }

  mutating func keep(_ statement: PreparedStatement, for shape: StatementShape) {
    statements[shape.withoutValues] = statement
  }

  mutating func forgetAll() {
    statements = [:]
  }
}
