/// Cuts a text where sentences end, and else after so many scalars that MeCab's lengths of 16 bits
/// and its work stay small.
struct TextPieces: Sequence, IteratorProtocol {
  private static let longest = 500
  private static let ends: Set<Unicode.Scalar> = ["。", "\n", "!", "?", "｡", ".", "、", "…"]

  private var rest: String.UnicodeScalarView.SubSequence

  init(_ text: String) { rest = text.unicodeScalars[...] }

  mutating func next() -> String? {
    guard !rest.isEmpty else { return nil }
    let limit = rest.index(rest.startIndex, offsetBy: Self.longest, limitedBy: rest.endIndex)
    let head = rest[..<(limit ?? rest.endIndex)]
    let end =
      limit == nil ? nil : head.lastIndex(where: Self.ends.contains).map { head.index(after: $0) }
    let piece = head[..<(end ?? head.endIndex)]
    rest = rest[piece.endIndex...]
    return String(String.UnicodeScalarView(piece))
  }
}
