import FoundationEssentials
import Glibc
import Synchronization
import YuiStorageTesting

/// A data folder of its own, with the commands that work on it; gone with the last reference.
final class Deployment: Sendable {
  /// What a command did.
  struct Outcome: Sendable {
    let end: ChildProcess.End
    let output: String
    let errors: String

    /// Standard output without the newline at its end.
    var line: String { output.hasSuffix("\n") ? String(output.dropLast()) : output }
  }

  /// The folder that holds the data folder and whatever else a journey writes.
  let folder: String

  /// A database at a server, which commands and servers are told of in `$YUI_STORE`.
  private let store: Mutex<TestDatabase?>

  var data: String { "\(folder)/data" }

  var database: TestDatabase? { store.withLock { $0 } }

  /// What every program on this data folder finds in its environment.
  var environment: [String: String] { database.map { ["YUI_STORE": $0.url] } ?? [:] }

  init(store database: TestDatabase? = nil) throws {
    store = Mutex(database)
    var template = Array("/tmp/yui-journey-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw JourneyError("cannot make a folder in /tmp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Has a database at a server from now on.
  func use(_ database: TestDatabase) { store.withLock { $0 = database } }

  /// Runs `yui` on this data folder.
  func yui(_ words: String..., input: String = "") throws -> Outcome {
    try Self.run(words + ["--data", data], input: input, in: folder, environment: environment)
  }

  /// Runs `yui` and expects it to succeed.
  ///
  /// - Returns: what it printed, without the last newline.
  @discardableResult
  func done(_ words: String..., input: String = "") throws -> String {
    let outcome = try Self.run(
      words + ["--data", data], input: input, in: folder, environment: environment)
    guard outcome.end == .exit(0) else {
      throw JourneyError("yui \(words.joined(separator: " ")): \(outcome.end) \(outcome.errors)")
    }
    return outcome.line
  }

  /// Runs `yui` with exactly these words.
  static func run(
    _ words: [String], input: String = "", in folder: String = "/tmp",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try ChildProcess(
      YuiBinary.path, words, input: Array(input.utf8), in: folder, environment: environment)
    let end = try process.waitForEnd()
    return Outcome(end: end, output: process.output, errors: process.errors)
  }

  /// Writes a file beside the data folder.
  ///
  /// - Returns: its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw JourneyError("cannot write \(path)")
    }
    return path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// The bytes of a file.
  static func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw JourneyError("there is no \(path)")
    }
    return Array(data)
  }
}
