import Glibc
import Synchronization

/// Where a command speaks: results on standard output, everything else on standard error.
final class Console: Sendable {
  private let progressIsShown = Mutex(false)
  private let isCut = Mutex(false)
  private let hasTerminal = isatty(2) == 1

  /// Whether some of the result could not be printed: the disk is full, or nobody reads.
  var lostOutput: Bool { isCut.withLock { $0 } }

  /// Whether somebody types on standard input.
  var isInteractive: Bool { isatty(0) == 1 }

  /// Prints a line of the result.
  func say(_ line: String) { write(line + "\n", to: 1) }

  /// Prints bytes of the result as they are.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard written > 0 else {
        throw CommandFailure("standard output: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Prints a line beside the result.
  func note(_ line: String) {
    clearProgress()
    write(line + "\n", to: 2)
  }

  /// Shows how far long work is, on a terminal only.
  func progress(_ done: Int, of total: Int, _ what: String) {
    guard hasTerminal, total > 0 else { return }
    progressIsShown.withLock { $0 = true }
    let filled = min(30, done * 30 / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(done * 100 / total) % \(what)\u{1B}[K", to: 2)
  }

  /// Takes the progress bar away.
  func clearProgress() {
    let wasShown = progressIsShown.withLock { shown in
      defer { shown = false }
      return shown
    }
    if wasShown { write("\r\u{1B}[K", to: 2) }
  }

  /// Standard input up to its end, without the final newline, bounded.
  func readSecret(limit: Int = 4096) throws -> String {
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    if poll(&input, 1, 1000) == 0 {
      note("waiting for a password on standard input; --link makes a link instead")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1024)
    while bytes.count <= limit {
      let count = read(0, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    guard bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("standard input is no text of at most \(limit) bytes")
    }
    return text
  }

  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else {
        if descriptor == 1 { isCut.withLock { $0 = true } }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
