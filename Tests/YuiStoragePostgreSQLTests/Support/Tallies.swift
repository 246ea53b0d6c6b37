import Glibc
import YuiStorage

/// Numbers, and how many of them there are, kept in the same transaction.
let tallies = MigrationSet(
  "tallies",
  [
    Migration(
      1, "tallies",
      [
        "CREATE TABLE tallies (id BIGINT PRIMARY KEY)",
        "CREATE TABLE totals (name TEXT PRIMARY KEY, total BIGINT NOT NULL)",
        "INSERT INTO totals (name, total) VALUES ('all', 0)",
      ])
  ])

extension Store {
  func count(_ id: Int) throws {
    try write { transaction in
      try transaction.execute("INSERT INTO tallies (id) VALUES (\(id))")
      try transaction.execute("UPDATE totals SET total = total + 1 WHERE name = 'all'")
    }
  }

  func counted() throws -> Int {
    try read { snapshot in
      try snapshot.first("SELECT total FROM totals WHERE name = 'all'") { try $0.int(0) } ?? -1
    }
  }
}

/// Waits until something becomes true, for half a minute at most; says whether it did.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<15_000 {
    if try condition() { return true }
    usleep(2_000)
  }
  return false
}
