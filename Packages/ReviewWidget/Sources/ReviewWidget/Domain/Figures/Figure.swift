/// Something that is published by itself, whose earlier states people may have kept.
enum Figure: Sendable, Hashable {
  /// All scores.
  case scores
  /// The scores of some months.
  case group(ScoreGroup)
  /// Another measure.
  case measure(Measure)

  private static let groupPrefix = "scores "
}

extension Figure: LosslessStringConvertible {
  init?(_ description: String) {
    if description == "scores" {
      self = .scores
    } else if let measure = Measure(rawValue: description) {
      self = .measure(measure)
    } else if description.hasPrefix(Self.groupPrefix),
      let group = ScoreGroup(String(description.dropFirst(Self.groupPrefix.count)))
    {
      self = .group(group)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .scores: "scores"
    case .group(let group): Self.groupPrefix + group.description
    case .measure(let measure): measure.rawValue
    }
  }
}

extension Figure {
  /// How many people a state tells of.
  func respondents(in state: FigureState) -> Int {
    isMultiple ? state[""] : state.total
  }

  /// The least number of people in whom two states differ.
  ///
  /// Where each counts under one value, all who came may be new, all who went gone, and some may
  /// only have changed their answer: the greater of the two numbers stands. Where one may count
  /// under several values, it is how many more or fewer they are, or else the greatest change of any
  /// value.
  func distance(_ first: FigureState, _ second: FigureState) -> Int {
    let changes = Set(first.counts.keys).union(second.counts.keys).map { second[$0] - first[$0] }
    guard isMultiple else {
      return max(
        changes.reduce(0) { $0 + max($1, 0) }, changes.reduce(0) { $0 + max(-$1, 0) })
    }
    let people = abs(second[""] - first[""])
    return people > 0 ? people : changes.map(abs).max() ?? 0
  }

  private var isMultiple: Bool {
    if case .measure(let measure) = self { measure.isMultiple } else { false }
  }
}
