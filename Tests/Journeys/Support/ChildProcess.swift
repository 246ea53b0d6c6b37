import FoundationEssentials
import Glibc
import Synchronization

/// A program that a test started, killed at the latest when nothing refers to it any more.
///
/// Its input and output are files, so that nobody waits for a pipe.
final class ChildProcess: Sendable {
  /// How a process ended.
  enum End: Sendable, Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  private enum State {
    case running
    case ended(End)
  }

  let identifier: pid_t
  private let outputPath: String
  private let errorPath: String
  private let state = Mutex(State.running)

  /// Starts a program; its files go into `folder`, its working folder is the caller's.
  init(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in folder: String,
    environment: [String: String] = [:]
  ) throws {
    let name = "\(folder)/\(UUID().uuidString)"
    outputPath = "\(name).out"
    errorPath = "\(name).err"
    guard FileManager.default.createFile(atPath: "\(name).in", contents: Data(input)) else {
      throw JourneyError("cannot write in \(folder)")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "\(name).in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputPath, create, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, create, 0o600)

    var variables = ProcessInfo.processInfo.environment
    for name in ["YUI_DATA", "YUI_STORE"] { variables[name] = nil }
    variables.merge(environment) { _, new in new }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, program, &actions, nil, &words, &settings)
    guard code == 0 else {
      throw JourneyError("\(program): \(String(cString: strerror(code)))")
    }
    self.identifier = identifier
  }

  deinit {
    guard end == nil else { return }
    kill(identifier, SIGKILL)
    waitpid(identifier, nil, 0)
  }

  /// What it printed so far.
  var output: String { Self.text(of: outputPath) }

  /// What it said so far on standard error.
  var errors: String { Self.text(of: errorPath) }

  /// How it ended; nil while it runs.
  var end: End? {
    state.withLock { state in
      if case .ended(let end) = state { return end }
      var status: Int32 = 0
      guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
      let signal = status & 0x7F
      let end: End = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
      state = .ended(end)
      return end
    }
  }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// Waits for the end, for at most two minutes.
  @discardableResult
  func waitForEnd() throws -> End {
    try wait(for: "the end of process \(identifier)") { end }
  }

  private static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}

/// Why a journey cannot go on.
struct JourneyError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Asks again and again until there is an answer; gives up, with words, after two minutes.
func wait<Answer>(for what: String, _ answer: () throws -> Answer?) throws -> Answer {
  for _ in 0..<24_000 {
    if let answer = try answer() { return answer }
    usleep(5_000)
  }
  throw JourneyError("waited two minutes in vain for \(what)")
}
