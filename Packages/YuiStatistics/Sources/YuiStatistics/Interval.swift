/// A range that holds the true figure with 95 % confidence.
public struct Interval: Sendable, Hashable {
  /// The lower end.
  public let lower: Double
  /// The upper end, at least ``lower``.
  public let upper: Double

  /// Makes a range.
  public init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "The ends of an interval are in the wrong order.")
    self.lower = lower
    self.upper = upper
  }

  /// Whether a figure lies inside, the ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The range of the figure's `centre` and so much to either side, cut to what the figure can be.
  init(around centre: Double, by margin: Double, within bounds: ClosedRange<Double>) {
    self.init(
      Swift.max(bounds.lowerBound, Swift.min(bounds.upperBound, centre - margin)),
      Swift.min(bounds.upperBound, Swift.max(bounds.lowerBound, centre + margin)))
  }
}
