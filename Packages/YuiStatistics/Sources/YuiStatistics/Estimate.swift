/// A figure and how sure it is.
public struct Estimate: Sendable, Hashable {
  /// The figure.
  public let value: Double
  /// Its 95 % interval.
  public let interval: Interval

  /// Joins a figure and its interval.
  public init(_ value: Double, _ interval: Interval) {
    self.value = value
    self.interval = interval
  }
}
