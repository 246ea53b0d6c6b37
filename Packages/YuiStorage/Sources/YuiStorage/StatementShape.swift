/// What makes two statements the same: their fixed texts, by address, and where values stand.
///
/// Fixed texts lie in the program itself, so that equal addresses mean equal texts and nothing has
/// to be read. The same text from two places is merely prepared twice.
package struct StatementShape: Hashable {
  private let segments: [SQL.Segment]

  package init(_ segments: [SQL.Segment]) {
    self.segments = segments
  }

  /// The same shape, not holding on to what was bound.
  package var withoutValues: StatementShape {
    StatementShape(
      segments.map { segment in
        if case .value = segment { .value(.null) } else { segment }
      })
  }

  package static func == (left: StatementShape, right: StatementShape) -> Bool {
    left.segments.elementsEqual(right.segments) { identity($0) == identity($1) }
  }

  package func hash(into hasher: inout Hasher) {
    // The first text is of one place in the program as a rule, and tells enough: what is alike in it
    // is compared as a whole.
    hasher.combine(segments.count)
    if let first = segments.first { hasher.combine(Self.identity(first)) }
  }

  private enum Identity: Hashable {
    case text(UInt)
    case value
    case name(SQLName)
  }

  private static func identity(_ segment: SQL.Segment) -> Identity {
    switch segment {
    case .literal(let text):
      .text(
        text.hasPointerRepresentation
          ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value))
    case .name(let name): .name(name)
    // Conditions on indexes are spelled out before a statement is looked up.
    case .value, .textMatch, .boxMatch: .value
    }
  }
}
