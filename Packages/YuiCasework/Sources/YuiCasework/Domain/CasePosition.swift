public import YuiText

/// A place in the order of cases: the time of one, then its number.
public struct CasePosition: Sendable, Hashable, LosslessStringConvertible {
  /// When the subject of the case came.
  public let receivedAt: Timestamp
  /// The number of the case.
  public let number: Int

  /// Names the place of a case.
  public init(receivedAt: Timestamp, number: Int) {
    self.receivedAt = receivedAt
    self.number = number
  }

  /// Where a walk begins: after the newest case, or before the oldest.
  static let afterAll = CasePosition(receivedAt: Timestamp(milliseconds: .max), number: .max)
  static let beforeAll = CasePosition(receivedAt: Timestamp(milliseconds: .min), number: .min)

  init(of item: Case) {
    self.init(receivedAt: item.receivedAt, number: item.number)
  }

  /// Reads `1790000000000-12`.
  public init?(_ description: String) {
    // A time before 1970 has a sign of its own.
    guard let cut = description.lastIndex(of: "-"), cut != description.startIndex,
      let milliseconds = Int64(description[..<cut]),
      let number = Int(description[description.index(after: cut)...])
    else { return nil }
    self.init(receivedAt: Timestamp(milliseconds: milliseconds), number: number)
  }

  /// The place as an address holds it.
  public var description: String { "\(receivedAt.milliseconds)-\(number)" }
}
