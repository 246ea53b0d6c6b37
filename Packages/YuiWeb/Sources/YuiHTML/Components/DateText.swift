public import YuiText

/// A date as people write it, with its ISO form for machines.
public struct DateText: Component {
  private let date: CalendarDate
  private let language: Language

  /// Creates a date.
  public init(_ date: CalendarDate, language: Language) {
    self.date = date
    self.language = language
  }

  /// The date.
  public var markup: HTML { time(.datetime(date.iso)) { date.text(language) } }
}
