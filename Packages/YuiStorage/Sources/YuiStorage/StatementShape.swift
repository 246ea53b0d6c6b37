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
    guard left.segments.count == right.segments.count else { return false }
    // Statements of many rows have thousands of segments: to compare them costs next to nothing.
    return left.segments.withUnsafeBufferPointer { left in
      right.segments.withUnsafeBufferPointer { right in
        left.indices.allSatisfy { isAlike(left[$0], right[$0]) }
      }
    }
  }

  package func hash(into hasher: inout Hasher) {
    // The first text is of one place in the program as a rule, and tells enough: what is alike in it
    // is compared as a whole.
    hasher.combine(segments.count)
    switch segments.first {
    case .literal(let text)?: hasher.combine(Self.address(of: text))
    case .name(let name)?: hasher.combine(name)
    case .value?, .textMatch?, .boxMatch?, nil: break
    }
  }

  private static func isAlike(_ left: SQL.Segment, _ right: SQL.Segment) -> Bool {
    switch (left, right) {
    case (.literal(let left), .literal(let right)): address(of: left) == address(of: right)
    // Conditions on indexes are spelled out before a statement is prepared.
    case (.value, .value), (.textMatch, .textMatch), (.boxMatch, .boxMatch): true
    case (.name(let left), .name(let right)): left == right
    default: false
    }
  }

  private static func address(of text: StaticString) -> UInt {
    text.hasPointerRepresentation
      ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value)
  }
}
