import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct SQLiteWriteAheadLogs {
  @Test("The log is copied back as it grows, and shrinks after a long read")
  func bounded() throws {
    let pool = try TestPool(.sqlite)
    let store = try pool.store()
    let body = String(repeating: "x", count: 3_000)
    func fill(_ ids: Range<Int>) throws {
      for first in stride(from: ids.lowerBound, to: ids.upperBound, by: 50) {
        try store.write { transaction in
          for id in first..<(first + 50) {
            try transaction.execute("INSERT INTO notes (id, body) VALUES (\(id), \(body))")
          }
        }
      }
    }
    try fill(0..<8_000)
    #expect(try size(of: "\(pool.folder)/tenant.sqlite-wal") < 8 << 20)
    try store.read { snapshot in
      _ = try snapshot.first("SELECT COUNT(*) FROM notes") { try $0.int(0) }
      try fill(8_000..<16_000)
      #expect(try size(of: "\(pool.folder)/tenant.sqlite-wal") > 20 << 20)
    }
    try fill(16_000..<20_000)
    #expect(try size(of: "\(pool.folder)/tenant.sqlite-wal") <= 16 << 20)
  }

  private func size(of path: String) throws -> Int {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return Int(status.st_size)
  }
}
