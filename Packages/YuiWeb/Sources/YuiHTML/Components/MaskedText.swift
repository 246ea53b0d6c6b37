import YuiText

/// A text in which the marks that stand for personal data stand out.
public struct MaskedText: Component {
  private let text: String

  /// Shows a text that ``PersonalData/mask(_:)`` went over.
  public init(_ text: String) {
    self.text = text
  }

  private static let marks = PersonalData.Kind.allCases.map(\.mark)

  /// The text.
  public var markup: HTML {
    var rest = text[...]
    var pieces: [HTML] = []
    while let range = Self.marks.compactMap({ rest.firstRange(of: $0) })
      .min(by: { $0.lowerBound < $1.lowerBound })
    {
      pieces.append(HTML(String(rest[..<range.lowerBound])))
      pieces.append(span(.class("masked")) { String(rest[range]) })
      rest = rest[range.upperBound...]
    }
    pieces.append(HTML(String(rest)))
    return HTML(pieces)
  }
}
