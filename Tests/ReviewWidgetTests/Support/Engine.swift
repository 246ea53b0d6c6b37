import Testing
import YuiStorage
import YuiStorageSQLite

/// A storage engine under test: every store test takes one, so that each new engine is one more
/// case here.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite = "SQLite"

  var testDescription: String { rawValue }

  var implementation: any StorageEngine {
    switch self {
    case .sqlite: SQLiteEngine()
    }
  }
}
