import YuiText

extension CellReader {
  /// Also takes a dash, which people write where there is nothing.
  public var orDash: CellReader<Value?> {
    CellReader<Value?>(expectation: expectation, trims: trims) { [read] text in
      // Most cells are longer, and are not looked at.
      if text.utf8.count <= 12, isDash(text.trimmingWhitespace) { return .init(nil, text: "") }
      return read(text).map { .init($0.value, text: $0.text) }
    }
  }

  /// Reads what stands on several lines as one, and leaves out what turns the direction of writing.
  public var joiningLines: CellReader {
    CellReader(expectation: expectation, trims: trims) { [read] text in read(text.onOneLine) }
  }

  /// Leaves out what turns the direction of writing.
  public var withoutDirectionControls: CellReader {
    CellReader(expectation: expectation, trims: trims) { [read] text in
      read(text.withoutDirectionControls)
    }
  }
}

extension CellReader where Value == String {
  /// Reads half-width katakana in full width.
  public var wideningKana: CellReader {
    CellReader(expectation: expectation, trims: trims) { [read] text in
      read(TextFolding.widenKana(text))
    }
  }
}

/// Whether a text is a hyphen, a dash, a minus or a long vowel mark alone.
private func isDash(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
  return switch first {
  case "-", "－", "‐", "‑", "–", "—", "―", "−", "ー", "ｰ": true
  default: false
  }
}
