/// A picture of 24 by 24 units in the colour of the text around it; decoration unless named.
public enum Icon: Sendable, CaseIterable {
  /// Two strands tied: the mark of Yui.
  case knot
  /// A person.
  case person
  /// A globe, for languages.
  case globe
  /// An arrow head that leads on.
  case chevronRight
  /// An arrow head that leads back.
  case chevronLeft
  /// An arrow head that opens.
  case chevronDown
  /// A magnifying glass.
  case search
  /// An arrow into a tray.
  case download
  /// A page of text.
  case document
  /// A speech bubble.
  case comment
  /// Bars of a chart.
  case chart
  /// A round tick.
  case success
  /// A cross in an octagon.
  case error
  /// A mark in a triangle.
  case warning
  /// A letter in a circle.
  case information

  /// The picture as decoration, hidden from assistive technology.
  public var markup: HTML {
    picture(.aria("hidden", "true"))
  }

  /// The picture with a name that assistive technology reads.
  public func named(_ name: String) -> HTML {
    picture(.role("img"), .aria("label", name))
  }

  private func picture(_ attributes: Attribute...) -> HTML {
    element(
      "svg",
      [.class("icon"), .viewBox("0 0 24 24"), .width("24"), .height("24")] + attributes,
      shapes)
  }

  private var shapes: HTML {
    switch self {
    case .knot:
      strokes("M4 16c0-4 3.5-5 8-4s8 0 8-4-3-5-5-3-1 5-3 7-3 7-5 7-3-1-3-3z")
    case .person:
      strokes("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5")
    case .globe:
      strokes(
        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5.3 5 5.3 13 0 18M12 3c-5.3 5-5.3 13 0 18"
      )
    case .chevronRight: strokes("M9 5l7 7-7 7")
    case .chevronLeft: strokes("M15 5l-7 7 7 7")
    case .chevronDown: strokes("M5 9l7 7 7-7")
    case .search: strokes("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21")
    case .download: strokes("M12 3v12M7 10.5l5 5 5-5M4 20h16")
    case .document: strokes("M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6")
    case .comment: strokes("M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12.5h5")
    case .chart: strokes("M4 20h16M7 20v-7M12 20V5M17 20v-10")
    case .success: marked("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M7 12.5l3.5 3.5 6.5-7.5")
    case .error: marked("M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M8.5 8.5l7 7M15.5 8.5l-7 7")
    case .warning: marked("M12 2L1 22h22z", "M12 9v6M12 17.5v1.5")
    case .information: marked("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M12 6.5v1.5M12 11v6.5")
    }
  }

  private func strokes(_ commands: String) -> HTML {
    SVG.path(.class("icon__line"), .d(commands))
  }

  private func marked(_ shape: String, _ mark: String) -> HTML {
    var shapes = SVG.path(.class("icon__shape"), .d(shape))
    shapes += SVG.path(.class("icon__mark"), .d(mark))
    return shapes
  }
}
