import YuiStorage

/// How much of the database a writer keeps in memory: little, since many tenants are open at once,
/// but enough for the indexes of a table while it is filled with rows by the thousand.
struct PageCache {
  /// Pages of one commit that tell of such work: two mebibytes.
  private static let manyPages: Int32 = 500
  /// Ordinary commits after which the memory is given back.
  private static let calmCommits = 100

  private(set) var isLarge = false
  private var calm = 0

  /// Takes note of a commit; returns whether the size is to change.
  mutating func committed(pages: Int32) -> Bool {
    calm = pages >= Self.manyPages ? 0 : calm + 1
    let wanted = calm == 0 || isLarge && calm < Self.calmCommits
    defer { isLarge = wanted }
    return wanted != isLarge
  }
}

extension SQLiteConnection {
  /// Sets what every writer starts with, and what it has while it is filling tables, in kibibytes.
  func resizeCache() throws {
    try unguarded(cache.isLarge ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -512")
  }
}
