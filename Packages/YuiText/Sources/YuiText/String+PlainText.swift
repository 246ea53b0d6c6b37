extension Unicode.Scalar {
  /// Whether it is a control character (general category Cc, which is fixed for ever).
  public var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether it turns the direction in which the text around it is written: embeddings, overrides and
  /// isolates (Unicode Standard Annex 9, 2.1–2.4).
  ///
  /// Nobody sees them. They come with what is copied from elsewhere, and one of them can make a name
  /// look like another.
  public var isDirectionControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Whether it separates lines or paragraphs (U+2028, U+2029).
  var isSeparator: Bool { value == 0x2028 || value == 0x2029 }
}

extension String {
  /// Whether any of its bytes could belong to a control character, a separator of lines or a control
  /// of direction: most texts have none, and are not looked at further.
  private var mayHoldControls: Bool {
    // U+0080–U+009F begin with C2, U+2028–U+202E and U+2066–U+2069 with E2.
    utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
  }

  /// Whether it is one line of at most so many code points that anybody can read: without control
  /// characters, separators of lines, and what turns the direction of writing.
  ///
  /// A character may carry any number of combining marks, so code points are what bounds a text.
  public func isLine(of most: Int) -> Bool {
    (utf8.count <= most || unicodeScalars.count <= most)
      && (!mayHoldControls
        || unicodeScalars.allSatisfy { !$0.isControl && !$0.isSeparator && !$0.isDirectionControl })
  }

  /// Whether it has at most so many code points, and of control characters only ends of lines and
  /// tabs.
  public func isText(of most: Int) -> Bool {
    unicodeScalars.count <= most
      && unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" || $0 == "\t" }
  }

  /// The text without what turns the direction of writing, which nobody typed on purpose.
  public var withoutDirectionControls: String {
    guard unicodeScalars.contains(where: \.isDirectionControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isDirectionControl }))
  }

  /// The text on one line: ends of lines and tabs, several in a row as one, are spaces; what turns the
  /// direction of writing is left out.
  public var onOneLine: String {
    guard mayHoldControls, unicodeScalars.contains(where: { $0.isBreak || $0.isDirectionControl })
    else { return self }
    var line = String.UnicodeScalarView()
    var wasBreak = false
    for scalar in unicodeScalars where !scalar.isDirectionControl {
      if scalar.isBreak {
        if !wasBreak { line.append(" ") }
      } else {
        line.append(scalar)
      }
      wasBreak = scalar.isBreak
    }
    return String(line)
  }
}

extension Unicode.Scalar {
  fileprivate var isBreak: Bool { (0x09...0x0D).contains(value) || value == 0x85 || isSeparator }
}
