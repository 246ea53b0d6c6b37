/// The few numbers that tell the most, large.
public struct KeyFigures: Component {
  /// A number.
  public struct Figure: Sendable, Hashable {
    let label: String
    let value: String
    let unit: String?
    let note: String?

    /// Creates a figure: what it is, its value, its unit, and what to compare it with.
    public init(_ label: String, _ value: String, unit: String? = nil, note: String? = nil) {
      self.label = label
      self.value = value
      self.unit = unit
      self.note = note
    }
  }

  private let figures: [Figure]

  /// Creates a row of figures.
  public init(_ figures: [Figure]) {
    self.figures = figures
  }

  /// The figures.
  public var markup: HTML {
    dl(.class("key-figures")) {
      for figure in figures {
        div(.class("key-figure")) {
          dt { figure.label }
          dd(.class("key-figure__value")) {
            strong { figure.value }
            if let unit = figure.unit { span { unit } }
          }
          if let note = figure.note { dd(.class("key-figure__note")) { note } }
        }
      }
    }
  }
}
