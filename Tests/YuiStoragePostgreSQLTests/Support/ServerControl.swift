import Glibc
import YuiStorage

/// Stops and starts the server that `Tests/with-postgres` runs for these tests.
enum ServerControl {
  static func run(_ command: String, _ options: String...) throws {
    let words = [try variable("YUI_TEST_POSTGRES_CONTROL"), command] + options
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    guard system("\(line) >/dev/null 2>&1") == 0 else {
      throw StoreError(.misuse, "the server did not \(command)")
    }
  }

  static func restart() throws {
    try run("stop", "--mode=fast")
    try run("start")
  }

  /// Lets the server start as a standby, which waits for a server to follow.
  static func makeStandby() throws {
    let path = "\(try variable("YUI_TEST_POSTGRES_DATA"))/standby.signal"
    guard let file = fopen(path, "w") else { throw StoreError(.io, "no \(path)") }
    fclose(file)
    chmod(path, 0o666)
  }

  static func variable(_ name: String) throws -> String {
    guard let value = getenv(name) else {
      throw StoreError(.misuse, "\(name) is not set: run Tests/with-postgres swift test")
    }
    return String(cString: value)
  }
}
