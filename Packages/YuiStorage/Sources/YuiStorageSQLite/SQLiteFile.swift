import Glibc
import YuiStorage

/// The few things done to database files beside SQLite, never while it has them open: closing any
/// descriptor of a file drops the locks that SQLite holds on it.
package enum SQLiteFile {
  /// Creates an empty file that only its owner may read; SQLite's files beside it will be alike.
  static func createPrivateFile(_ path: String) throws {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("cannot create", path) }
    close(file)
  }

  /// Removes a database that nobody has open, with the files beside it.
  package static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Gives a complete file its name, durably.
  package static func publish(_ draft: String, as path: String) throws {
    try sync(draft)
    guard rename(draft, path) == 0 else { throw failure("cannot name", path) }
    try sync(folder(of: path))
  }

  private static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot open", path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("cannot sync", path) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ action: String, _ path: String) -> StoreError {
    let (number, reason) = (errno, String(cString: strerror(errno)))
    let code: StoreError.Code =
      switch number {
      case ENOSPC, EDQUOT: .full
      default: .io
      }
    return StoreError(code, "\(action) the file: \(reason)", context: path)
  }
}
