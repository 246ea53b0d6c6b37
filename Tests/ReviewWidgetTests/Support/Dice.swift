@testable import ReviewWidget
import Testing
import YuiStorage
import YuiText

/// Chance that is the same in every run (an LCG after Knuth, MMIX).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func service() throws -> Slug { try #require(Slug(["a", "b"][roll(2)])) }
  mutating func score() throws -> Score { try #require(Score(rawValue: 1 + roll(5))) }
  mutating func month() -> YearMonth? { YearMonth(iso: ["", "2026-02", "2026-03"][roll(3)]) }

  mutating func response(_ id: UUIDv7) throws -> ReviewResponse {
    var draft = ReviewDraft()
    draft.score = try score().rawValue
    draft.comment = ["", "よい", "わるい"][roll(3)]
    let days = Int64(roll(120))
    return ReviewResponse(
      id: id, service: try service(), content: try draft.checked().get(),
      receivedAt: ReviewTenant.now.adding(seconds: -days * 86_400), isDated: roll(5) > 0)
  }
}
