import CLibPQ
import YuiStorage

/// What PostgreSQL's errors mean for a store.
///
/// The codes are those of the appendix "PostgreSQL Error Codes" of its documentation.
enum PostgreSQLError {
  /// The library's words for what is wrong with a connection, in one line.
  static func message(of connection: OpaquePointer) -> String {
    String(cString: PQerrorMessage(connection)).split(separator: "\n").joined(separator: "; ")
  }

  static func make(
    _ result: ResultHandle, context: String, by role: ConnectionRole = .writer
  ) -> StoreError {
    let state = result.field(yui_pq_field_state) ?? ""
    var code = code(state)
    // To a writer it means that the server is a standby; a reader was told not to write by us.
    if state == "25006", role == .reader { code = .misuse }
    // Another process changed the tables: prepared anew, the statement may well run.
    if result.field(yui_pq_field_function) == "RevalidateCachedQuery" { code = .conflict }
    // The primary message alone: details hold values, and so do messages about values themselves.
    let message =
      state.hasPrefix("22")
      ? "a value does not fit its column" : result.field(yui_pq_field_message) ?? "no reason given"
    return StoreError(
      code, state.isEmpty ? message : "\(message) [\(state)]", context: context,
      retryAfter: retryAfter(code))
  }

  /// Why there is no connection; libpq tells no code then, only the server's words.
  static func notConnected(_ message: String, context: String) -> StoreError {
    // They are not translated: `errmsg` of `postinit.c` and `proc.c`, where `lc_messages` is C.
    let isFull = ["too many connections", "remaining connection slots", "too many clients"]
      .contains(where: message.contains)
    let code: StoreError.Code = isFull ? .busy : .unavailable
    return StoreError(code, message, context: context, retryAfter: retryAfter(code))
  }

  private static func retryAfter(_ code: StoreError.Code) -> Int? {
    switch code {
    case .busy, .conflict: 1
    case .unavailable, .unknownOutcome: 5
    default: nil
    }
  }

  private static func code(_ state: String) -> StoreError.Code {
    switch state {
    case "23505": .uniqueConstraint
    case "23503": .foreignKeyConstraint
    case "23502": .notNullConstraint
    case "23514": .checkConstraint
    case "40001", "40P01": .conflict
    // The server does not know the prepared statement any more.
    case "26000": .conflict
    // Someone else's lock is soon gone; all connections are taken.
    case "55P03", "53300": .busy
    case "40003", "08007": .unknownOutcome
    case "53100": .full
    case "53200": .outOfMemory
    case "57014": .interrupted
    case "57P01", "57P02", "57P03", "57P05", "25006", "": .unavailable
    case "3D000", "3F000": .missing
    case "42501": .misuse
    case "58030", "58P01", "58P02": .io
    case "XX001", "XX002": .corrupt
    case _ where state.hasPrefix("08") || state.hasPrefix("28"): .unavailable
    default: .statement
    }
  }
}
