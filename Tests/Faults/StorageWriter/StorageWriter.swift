import Glibc
import YuiStorage
import YuiStorageSQLite

/// Writes pairs of rows to a store and notes each answer in a file beside it, for the power cuts
/// that are played on what it did: `storage-writer create|write FOLDER [COUNT]`.
@main
enum StorageWriter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    let (command, folder) = (arguments[1], arguments[2])
    let pool = StorePool(engine: SQLiteEngine())
    let store = pool.store("tenant", at: .file("\(folder)/tenant.sqlite"))
    if command == "create" {
      try store.create()
      try store.write {
        try $0.execute("CREATE TABLE notes (id BIGINT PRIMARY KEY, body TEXT NOT NULL)")
      }
    } else {
      write(Int(arguments.dropFirst(3).first ?? "") ?? 1_000, to: store, notingIn: folder)
    }
    pool.close()
  }

  private static func write(_ count: Int, to store: Store, notingIn folder: String) {
    let answers = open("\(folder)/answers", O_CREAT | O_WRONLY | O_APPEND, 0o600)
    let body = String(repeating: "結", count: 60)
    for id in 1...count {
      store.submit(
        { transaction in
          // Both or none: what a power cut leaves must hold them in pairs.
          try transaction.execute("INSERT INTO notes (id, body) VALUES (\(id), \(body))")
          try transaction.execute("INSERT INTO notes (id, body) VALUES (\(-id), \(body))")
        },
        then: { result in
          guard case .success = result else { return }
          let line = "\(id)\n"
          _ = Glibc.write(answers, line, line.utf8.count)
        })
      // Batches of different sizes.
      if id % 7 == 0 { usleep(300) }
    }
  }
}
