import Glibc

/// The standard normal distribution.
enum Normal {
  /// Between minus and plus this many standard deviations lie 95 %.
  static let z95 = 1.959963984540054

  /// The probability of a value beyond `z` or beyond −`z`.
  static func twoSided(_ z: Double) -> Double {
    min(1, erfc(abs(z) / 2.0.squareRoot()))
  }
}
