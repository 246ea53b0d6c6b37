/// Brings together what two people made of the same fields, beginning from the same state.
///
/// Whoever saves first is stored; this is about who saves second. A field that only one of them
/// touched is as that one left it, and one that both changed differently has to be decided.
public struct ThreeWayMerge<Field: Sendable>: Sendable {
  /// The fields that the first alone changed.
  public let taken: [Field]
  /// The fields that both changed, each to something else.
  public let conflicts: [Field]

  /// Compares what three texts of each field say.
  ///
  /// - Parameters:
  ///   - base: what a field held when both began.
  ///   - stored: what it holds since the first saved.
  ///   - mine: what the second sends.
  public init<Value: Equatable>(
    _ fields: [Field], base: (Field) -> Value, stored: (Field) -> Value, mine: (Field) -> Value
  ) {
    let changed = fields.filter { stored($0) != base($0) && stored($0) != mine($0) }
    taken = changed.filter { mine($0) == base($0) }
    conflicts = changed.filter { mine($0) != base($0) }
  }
}
