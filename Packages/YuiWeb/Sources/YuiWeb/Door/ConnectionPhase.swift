/// Where a connection stands, and until when it may stand there.
///
/// libmicrohttpd's own timeout starts anew with each byte, so a peer that drips is never late.
/// These deadlines don't move for a drip. Times are in seconds on one steady clock.
package enum ConnectionPhase: Sendable, Hashable {
  /// Accepted, or between requests.
  case idle(since: Double, isFirst: Bool)
  /// The request line is there, the header isn't yet.
  case header(since: Double)
  /// Content is arriving.
  case body(since: Double, received: Int)
  /// The server works on it, or sends: the peer is given time by rate, not by the clock.
  case answering

  package func deadline(_ limits: ServerConfiguration.Deadlines) -> Double? {
    switch self {
    case .idle(let since, let isFirst): since + (isFirst ? limits.header : limits.idle)
    case .header(let since): since + limits.header
    case .body(let since, let received):
      since + limits.body + limits.bodyPer64KiB * Double(received / 65_536)
    case .answering: nil
    }
  }
}

/// Judges whether a peer reads its answer fast enough.
///
/// What was acknowledged is looked at now and then: a window in which something waited to be read
/// and too little was acknowledged is one too many. A slow phone may take as long as it needs.
package struct ReadingRate: Sendable, Hashable {
  private var windowStart: Double
  private var acknowledgedAtStart: UInt64

  package init(at now: Double, acknowledged: UInt64) {
    windowStart = now
    acknowledgedAtStart = acknowledged
  }

  /// Notes how much was acknowledged and is still waiting; true where the peer is given up.
  package mutating func isStalled(
    at now: Double, acknowledged: UInt64, waiting: Int, limits: ServerConfiguration.Deadlines
  ) -> Bool {
    let elapsed = now - windowStart
    let enough = limits.minimumRate * elapsed
    if waiting == 0
      || elapsed >= limits.stalled && Double(acknowledged - acknowledgedAtStart) >= enough
    {
      self = ReadingRate(at: now, acknowledged: acknowledged)
      return false
    }
    return elapsed >= limits.stalled
  }
}
