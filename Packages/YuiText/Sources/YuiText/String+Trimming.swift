extension String {
  /// The text without white space (Unicode's `White_Space`) at its ends.
  public var trimmingWhitespace: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    // Most texts have none, and need not be copied.
    if !first.isWhiteSpace, !last.isWhiteSpace { return self }
    guard let start = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let end = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(scalars[start...end])
  }
}

extension Unicode.Scalar {
  /// Whether it has the property `White_Space`, which never changes for a character: the list of
  /// PropList.txt, without the search through all properties that `properties` makes.
  fileprivate var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
