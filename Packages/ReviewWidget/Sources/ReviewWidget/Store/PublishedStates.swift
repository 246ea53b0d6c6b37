import YuiStorage
import YuiText

/// The states of figures that are and were public: all their SQL.
enum PublishedStates {
  /// What is public of a figure.
  static func state(
    of figure: Figure, of service: Slug, in source: some Queryable
  ) throws -> FigureState {
    try source.first(
      """
      SELECT state FROM reviews_published
      WHERE service = \(service.description) AND figure = \(figure.description)
      """
    ) { row in try state(try row.text(0)) } ?? FigureState()
  }

  /// What is public of every figure of a service.
  static func all(of service: Slug, in source: some Queryable) throws -> [Figure: FigureState] {
    var states: [Figure: FigureState] = [:]
    try source.forEach(
      "SELECT figure, state FROM reviews_published WHERE service = \(service.description)"
    ) { row in
      guard let figure = Figure(try row.text(0)) else { throw unreadable }
      states[figure] = try state(try row.text(1))
    }
    return states
  }

  /// The published groups of scores.
  static func groups(
    of service: Slug, in source: some Queryable
  ) throws -> [ScoreGroup: FigureState] {
    try all(of: service, in: source).reduce(into: [:]) { groups, state in
      if case .group(let group) = state.key { groups[group] = state.value }
    }
  }

  /// The scores of the services from one slug to another, by slug.
  static func totals(
    from first: Slug, through last: Slug, in source: some Queryable
  ) throws -> [String: FigureState] {
    var totals: [String: FigureState] = [:]
    try source.forEach(
      """
      SELECT service, state FROM reviews_published
      WHERE service >= \(first.description) AND service <= \(last.description)
        AND figure = \(Figure.scores.description)
      """
    ) { row in totals[try row.text(0)] = try state(try row.text(1)) }
    return totals
  }

  /// The states a figure ever had that tell of nearly as many people as `state`; others differ from
  /// it by `distance` or more in any case.
  static func earlier(
    than state: FigureState, within distance: Int, of figure: Figure, of service: Slug,
    in source: some Queryable
  ) throws -> [FigureState] {
    let respondents = figure.respondents(in: state)
    return try source.all(
      """
      SELECT state FROM reviews_published_states
      WHERE service = \(service.description) AND figure = \(figure.description)
        AND respondents > \(respondents - distance) AND respondents < \(respondents + distance)
      """
    ) { row in try self.state(try row.text(0)) }
  }

  /// Publishes a state, and keeps it among those that were public.
  static func put(
    _ state: FigureState, as figure: Figure, of service: Slug, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO reviews_published (service, figure, state)
      VALUES (\(service.description), \(figure.description), \(state.description))
      ON CONFLICT (service, figure) DO UPDATE SET state = excluded.state
      """)
    let respondents = figure.respondents(in: state)
    try transaction.execute(
      """
      INSERT INTO reviews_published_states (service, figure, respondents, number, state)
      VALUES (\(service.description), \(figure.description), \(respondents),
        (SELECT COALESCE(MAX(number), 0) + 1 FROM reviews_published_states
          WHERE service = \(service.description) AND figure = \(figure.description)
            AND respondents = \(respondents)),
        \(state.description))
      """)
    transaction.raisePublicVersion()
  }

  private static func state(_ text: String) throws -> FigureState {
    guard let state = FigureState(text) else { throw unreadable }
    return state
  }

  private static var unreadable: StoreError {
    StoreError(.wrongType, "a published figure cannot be read")
  }
}
