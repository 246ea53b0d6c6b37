import Testing
import YuiWeb

@Suite("How long a peer may take")
struct ConnectionPhaseTests {
  private let limits = ServerConfiguration.Deadlines()

  @Test("A new connection has 15 seconds for its header, a kept one 75 to begin another")
  func beginnings() {
    #expect(ConnectionPhase.idle(since: 100, isFirst: true).deadline(limits) == 115)
    #expect(ConnectionPhase.idle(since: 100, isFirst: false).deadline(limits) == 175)
    #expect(ConnectionPhase.header(since: 100).deadline(limits) == 115)
  }

  @Test(
    "Content has 15 seconds and a second for each 64 KiB that came",
    arguments: [(0, 115.0), (65_535, 115.0), (65_536, 116.0), (655_360, 125.0)])
  func content(received: Int, deadline: Double) {
    #expect(ConnectionPhase.body(since: 100, received: received).deadline(limits) == deadline)
  }

  @Test("The server's own work has no deadline")
  func answering() {
    #expect(ConnectionPhase.answering.deadline(limits) == nil)
  }

  @Test("A reader at the least rate is kept however long it takes")
  func slowReader() {
    var rate = ReadingRate(at: 0, acknowledged: 0)
    for second in 1...600 {
      let isStalled = rate.isStalled(
        at: Double(second), acknowledged: UInt64(second * 1024), waiting: 50_000, limits: limits)
      #expect(!isStalled)
    }
  }

  @Test("A reader below the least rate is given up after 15 seconds")
  func stalledReader() {
    var rate = ReadingRate(at: 0, acknowledged: 0)
    let verdicts = (1...15).map { second in
      rate.isStalled(
        at: Double(second), acknowledged: UInt64(second * 10), waiting: 50_000, limits: limits)
    }
    #expect(verdicts == Array(repeating: false, count: 14) + [true])
  }

  @Test("Nobody is to blame while nothing waits to be read")
  func nothingToRead() {
    var rate = ReadingRate(at: 0, acknowledged: 0)
    for second in 1...60 {
      let isStalled = rate.isStalled(
        at: Double(second), acknowledged: 0, waiting: 0, limits: limits)
      #expect(!isStalled)
    }
  }
}
