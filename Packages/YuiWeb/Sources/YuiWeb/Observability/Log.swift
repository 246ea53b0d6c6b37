import Glibc
import Synchronization
import YuiText

/// Writes one line of JSON for each request, and for what an operator should know.
///
/// Lines are gathered in memory and written by a thread of their own, so that a slow sink never
/// holds up a server thread; past 4 MiB they are dropped and counted.
final class Log: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var dropped = 0
    var second: Int64 = -1
    var secondText: [UInt8] = []
  }

  private static let capacity = 4 * 1024 * 1024

  private let clock: Clock
  private let destination: LogDestination
  private let state = Mutex(State())

  init(_ destination: LogDestination, clock: Clock) {
    self.destination = destination
    self.clock = clock
  }

  /// How many lines were dropped so far.
  var dropped: Int { state.withLock { $0.dropped } }

  /// Writes what is told of a request: nothing about who asked, and no path, only its route.
  func write(_ record: ExchangeRecord, seconds: Double) {
    if case .none = destination { return }
    let now = clock.now()
    state.withLock { state in
      guard state.pending.count < Self.capacity else {
        state.dropped += 1
        return
      }
      Self.begin(now, in: &state)
      state.pending.append(literal: ",\"id\":\"")
      state.pending.append(hex: record.number)
      state.pending.append(literal: "\",\"site\":")
      JSONText.append(record.site, to: &state.pending)
      state.pending.append(literal: ",\"method\":\"")
      state.pending += record.method.utf8
      state.pending.append(literal: "\",\"route\":")
      JSONText.append(record.route, to: &state.pending)
      state.pending.append(literal: ",\"status\":")
      state.pending.append(decimal: record.status)
      state.pending.append(literal: ",\"bytes\":")
      if let bytes = record.bytes {
        state.pending.append(decimal: bytes)
      } else {
        state.pending.append(literal: "null")
      }
      state.pending.append(literal: ",\"ms\":")
      state.pending.append(thousandths: Int(seconds * 1_000_000))
      state.pending.append(literal: "}\n")
    }
  }

  /// Writes a line in words; `message` holds no personal data.
  func write(_ level: StaticString, _ message: String, requestID: String? = nil) {
    if case .none = destination { return }
    let now = clock.now()
    state.withLock { state in
      Self.begin(now, in: &state)
      state.pending.append(literal: ",\"level\":\"")
      state.pending.append(literal: level)
      state.pending.append(literal: "\",\"message\":")
      JSONText.append(message, to: &state.pending)
      if let requestID {
        state.pending.append(literal: ",\"id\":")
        JSONText.append(requestID, to: &state.pending)
      }
      state.pending.append(literal: "}\n")
    }
  }

  /// Hands what was gathered to the sink; called on the log's thread.
  func flush() {
    let lines = state.withLock { state in
      defer { state.pending = [] }
      return state.pending
    }
    guard !lines.isEmpty else { return }
    switch destination {
    case .standardError: Self.writeAll(lines, to: STDERR_FILENO)
    case .lines(let sink): sink(lines)
    case .none: break
    }
  }

  /// Starts a line with the time; the text of a second is made once.
  private static func begin(_ now: Timestamp, in state: inout State) {
    let second = now.milliseconds / 1000
    if second != state.second {
      state.second = second
      let whole = Timestamp(milliseconds: second * 1000).rfc3339
      state.secondText = Array("{\"time\":\"\(whole.dropLast()).".utf8)
    }
    state.pending += state.secondText
    let fraction = Int(now.milliseconds - second * 1000)
    state.pending.append(UInt8(0x30 + fraction / 100 % 10))
    state.pending.append(UInt8(0x30 + fraction / 10 % 10))
    state.pending.append(UInt8(0x30 + fraction % 10))
    state.pending.append(literal: "Z\"")
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(literal text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  fileprivate mutating func append(decimal value: Int) {
    var divisor = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(0x30 + value / divisor % 10))
      divisor /= 10
    }
  }

  fileprivate mutating func append(thousandths value: Int) {
    append(decimal: value / 1000)
    append(UInt8(ascii: "."))
    append(UInt8(0x30 + value / 100 % 10))
    append(UInt8(0x30 + value / 10 % 10))
    append(UInt8(0x30 + value % 10))
  }

  fileprivate mutating func append(hex value: UInt64) {
    append(contentsOf: RequestID.text(value).utf8)
  }
}
