extension RatingDistribution {
  /// The mean of the scores as far as the ratings tell it: mean and standard deviation of the
  /// Dirichlet posterior, every score counted `prior` times before the first rating.
  ///
  /// With aᵢ = countᵢ + prior and A = Σaᵢ: mean Σi·aᵢ/A, variance (Σi²aᵢ/A − mean²) / (A + 1).
  /// Andrew Gelman et al., "Bayesian Data Analysis" (3rd edition, 2013), section 3.4 and appendix A.
  public func posteriorMean(prior: Double = 1) -> (mean: Double, standardDeviation: Double) {
    precondition(prior > 0, "A prior weight is positive.")
    var (weight, first, second) = (0.0, 0.0, 0.0)
    for score in Self.scores {
      let count = Double(self[score]) + prior
      weight += count
      first += count * Double(score)
      second += count * Double(score * score)
    }
    let mean = first / weight
    let variance = (second / weight - mean * mean) / (weight + 1)
    return (mean, max(0, variance).squareRoot())
  }

  /// The 95 % interval of the mean, from 1 to 5; `nil` without ratings.
  ///
  /// ``posteriorMean(prior:)`` with 1.96 standard deviations to either side. Where few ratings all
  /// lie at one end, it is widened to hold the plain ``mean``, beside which it stands.
  public var meanInterval: Interval? {
    guard let mean else { return nil }
    let (centre, deviation) = posteriorMean()
    let interval = Interval(around: centre, by: Normal.z95 * deviation, within: 1...5)
    return Interval(min(interval.lower, mean), max(interval.upper, mean))
  }

  /// The scores 4 and 5 among all.
  public var topTwo: Proportion { Proportion(self[4] + self[5], of: total) }
}
