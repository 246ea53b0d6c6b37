extension String {
  /// Whether it is one line without control characters, of at most so many code points.
  ///
  /// A character may carry any number of combining marks, so code points are what bounds a text.
  func isLine(of most: Int) -> Bool {
    unicodeScalars.count <= most && unicodeScalars.allSatisfy { !$0.isControl }
  }

  /// Whether it has at most so many code points, and no control characters but ends of lines and
  /// tabs.
  func isText(of most: Int) -> Bool {
    unicodeScalars.count <= most
      && unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" || $0 == "\t" }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character (general category Cc, which is fixed for ever).
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
