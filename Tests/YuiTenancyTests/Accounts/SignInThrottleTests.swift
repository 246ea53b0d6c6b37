import Testing
import YuiTenancy
import YuiText

@Suite struct SignInThrottleTests {
  private let throttle = SignInThrottle()
  private let now = TestTenant.now

  @Test(
    "After five failures a key waits, twice as long each time, up to a quarter of an hour",
    arguments: [
      (0, 0), (1, 0), (4, 0), (5, 5), (6, 10), (7, 20), (8, 40), (9, 80), (10, 160), (11, 320),
      (12, 640), (13, 900), (14, 900), (100, 900),
    ] as [(Int, Int64)])
  func backOff(failures: Int, seconds: Int64) {
    fail("sato", times: failures)
    #expect(throttle.wait(for: "sato", at: now) == seconds)
    #expect(throttle.wait(for: "tanaka", at: now) == 0)
  }

  @Test(
    "Waiting counts from the last failure, and ends when it is over, not before",
    arguments: [
      (0, 5), (1, 5), (999, 5), (1_000, 4), (4_000, 1), (4_999, 1), (5_000, 0), (60_000, 0),
    ] as [(Int64, Int64)])
  func waiting(elapsed: Int64, seconds: Int64) {
    fail("sato", times: 5)
    let later = Timestamp(milliseconds: now.milliseconds + elapsed)
    #expect(throttle.wait(for: "sato", at: later) == seconds)
  }

  @Test("A key that has proven itself starts anew")
  func success() {
    fail("sato", times: 20)
    throttle.succeeded("sato")
    #expect(throttle.wait(for: "sato", at: now) == 0)
    fail("sato", times: 4)
    #expect(throttle.wait(for: "sato", at: now) == 0)
  }

  @Test("A key that was quiet for an hour starts anew")
  func quiet() {
    fail("sato", times: 20)
    let later = now.adding(seconds: 3_600)
    throttle.failed("sato", at: later)
    #expect(throttle.wait(for: "sato", at: later) == 0)
  }

  @Test("However many keys are tried, some thousand are remembered: the latest")
  func bounded() {
    fail("old", times: 5)
    for index in 1...20_000 {
      throttle.failed("key \(index)", at: now.adding(seconds: 1 + Int64(index / 1_000)))
    }
    fail("new", times: 5, at: now.adding(seconds: 30))
    #expect(throttle.wait(for: "old", at: now) == 0)
    #expect(throttle.wait(for: "new", at: now.adding(seconds: 30)) == 5)
  }

  private func fail(_ key: String, times: Int, at time: Timestamp = TestTenant.now) {
    for _ in 0..<times { throttle.failed(key, at: time) }
  }
}
