import YuiStorage
import YuiText

/// The permit that an application led to.
struct Permit: Sendable, Hashable {
  /// As the municipality numbers it.
  let number: String
  let from: CalendarDate
  let until: CalendarDate
  /// Under which it was given; empty for none.
  let conditions: String
  /// A year's fee in yen.
  let fee: Int
  let decidedAt: Timestamp
  let decidedBy: String
}
