import CSQLite

/// Keeps statements from what would break a store's promises: ending its transactions, changing
/// its settings, reaching other files.
///
/// Asked by SQLite when it prepares a statement, so that it costs nothing afterwards.
final class StatementGuard {
  private var isOff = false

  /// Is outlived by the connection that it guards, which holds it.
  func install(on database: OpaquePointer) {
    sqlite3_set_authorizer(
      database,
      { context, action, name, argument, _, _ in
        guard let context else { return SQLITE_DENY }
        let guardian = Unmanaged<StatementGuard>.fromOpaque(context).takeUnretainedValue()
        return guardian.answer(action, name, argument)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Lets the engine's own statements pass.
  func allowingAll<Result>(_ body: () throws -> Result) rethrows -> Result {
    isOff = true
    defer { isOff = false }
    return try body()
  }

  private func answer(
    _ action: Int32, _ name: UnsafePointer<CChar>?, _ argument: UnsafePointer<CChar>?
  ) -> Int32 {
    if isOff { return SQLITE_OK }
    switch action {
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT, SQLITE_ATTACH, SQLITE_DETACH:
      return SQLITE_DENY
    case SQLITE_PRAGMA:
      // The indexes ask these of themselves, without an argument.
      let harmless = ["data_version", "page_size"]
      guard let name, argument == nil else { return SQLITE_DENY }
      return harmless.contains(String(cString: name)) ? SQLITE_OK : SQLITE_DENY
    default:
      return SQLITE_OK
    }
  }
}
