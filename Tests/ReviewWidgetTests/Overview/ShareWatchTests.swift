import Testing
import YuiStatistics

@testable import ReviewWidget

@Suite("The watch on the share of the satisfied")
struct ShareWatchTests {
  private static let usual = Array(repeating: Proportion(32, of: 40), count: 20)

  @Test("A share that stays as it was raises no alarm")
  func steady() {
    #expect(ShareWatch(weeks: Self.usual).alarm == nil)
    // Up and down by one standard deviation (√(0.8·0.2/40) = 0.063).
    let wave = (0..<30).map { Proportion($0.isMultiple(of: 2) ? 30 : 34, of: 40) }
    #expect(ShareWatch(weeks: wave).alarm == nil)
    #expect(ShareWatch(weeks: Array(repeating: Proportion(40, of: 40), count: 30)).alarm == nil)
  }

  // 0.8 − 3·0.063 = 0.61; 24 of 40 is 0.60.
  @Test("A point far below the usual is noticed at once")
  func sudden() throws {
    let alarm = try #require(ShareWatch(weeks: Self.usual + [Proportion(24, of: 40)]).alarm)
    #expect(alarm.kind == .sudden)
    #expect(alarm.recent == Proportion(24, of: 40))
    #expect(ShareWatch(weeks: Self.usual + [Proportion(26, of: 40)]).alarm == nil)
  }

  // 27 of 40 lies two standard deviations low; each adds about 1.5, and four pass 5.
  @Test("A share that falls a little and stays there is noticed in time")
  func lasting() throws {
    let low = Proportion(27, of: 40)
    #expect(ShareWatch(weeks: Self.usual + [low, low]).alarm == nil)
    let alarm = try #require(
      ShareWatch(weeks: Self.usual + Array(repeating: low, count: 4)).alarm)
    #expect(alarm.kind == .lasting)
    #expect(alarm.recent == Proportion(108, of: 160))
  }

  @Test("Too few respondents are no reason for an alarm")
  func few() {
    let weeks = Array(repeating: Proportion(3, of: 4), count: 20) + [Proportion(0, of: 4)]
    #expect(ShareWatch(weeks: weeks).alarm == nil)
    #expect(ShareWatch(weeks: []).alarm == nil)
    #expect(ShareWatch(weeks: [Proportion(0, of: 500)]).alarm == nil)
  }

  @Test("An alarm is over when the share is as usual again")
  func over() {
    let usual = Proportion(80, of: 100)
    #expect(ShareWatch(weeks: Self.usual).isOver(usual))
    #expect(!ShareWatch(weeks: Self.usual + [Proportion(28, of: 40)]).isOver(usual))
    #expect(!ShareWatch(weeks: []).isOver(usual))
  }
}
