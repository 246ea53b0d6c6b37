import CLibPQ
import YuiStorage

/// An open connection; closed when it goes out of scope.
struct ConnectionHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Connects and waits for it.
  ///
  /// - Throws: ``StoreError/Code/unavailable`` in the server's or the library's own words, which
  ///   never hold the password.
  init(_ parameters: ConnectionParameters) throws {
    let pointer = parameters.withCStrings { PQconnectdbParams($0, $1, 0) }
    guard let pointer else {
      throw StoreError(.outOfMemory, "no memory for a connection", context: parameters.context)
    }
    guard PQstatus(pointer) == CONNECTION_OK else {
      let message = PostgreSQLError.message(of: pointer)
      PQfinish(pointer)
      throw PostgreSQLError.notConnected(message, context: parameters.context)
    }
    self.pointer = pointer
    // What the server says by the way is for its own log.
    PQsetNoticeProcessor(pointer, { _, _ in }, nil)
  }

  deinit {
    PQfinish(pointer)
  }
}

/// What the server answered: rows, or what became of a command.
final class ResultHandle {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    PQclear(pointer)
  }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// What was done, such as `COMMIT` or `INSERT 0 1`.
  var command: String { String(cString: PQcmdStatus(pointer)) }

  /// How many rows a statement changed.
  var changedRows: Int {
    command.hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(pointer))) ?? 0
  }

  func field(_ code: Int32) -> String? {
    PQresultErrorField(pointer, code).map { String(cString: $0) }
  }
}
