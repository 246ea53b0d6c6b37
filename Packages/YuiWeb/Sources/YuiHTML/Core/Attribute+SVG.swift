extension Attribute {
  /// Gives the coordinates of a picture: `min-x min-y width height`.
  public static func viewBox(_ value: String?) -> Attribute {
    Attribute("viewBox", value)
  }

  /// Says how a picture is fitted.
  public static func preserveAspectRatio(_ value: String?) -> Attribute {
    Attribute("preserveAspectRatio", value)
  }

  /// Gives a horizontal position.
  public static func x(_ value: String?) -> Attribute {
    Attribute("x", value)
  }

  /// Gives a vertical position.
  public static func y(_ value: String?) -> Attribute {
    Attribute("y", value)
  }

  /// Gives the horizontal position where a line starts.
  public static func x1(_ value: String?) -> Attribute {
    Attribute("x1", value)
  }

  /// Gives the vertical position where a line starts.
  public static func y1(_ value: String?) -> Attribute {
    Attribute("y1", value)
  }

  /// Gives the horizontal position where a line ends.
  public static func x2(_ value: String?) -> Attribute {
    Attribute("x2", value)
  }

  /// Gives the vertical position where a line ends.
  public static func y2(_ value: String?) -> Attribute {
    Attribute("y2", value)
  }

  /// Gives the horizontal centre of a circle.
  public static func cx(_ value: String?) -> Attribute {
    Attribute("cx", value)
  }

  /// Gives the vertical centre of a circle.
  public static func cy(_ value: String?) -> Attribute {
    Attribute("cy", value)
  }

  /// Gives the radius of a circle.
  public static func r(_ value: String?) -> Attribute {
    Attribute("r", value)
  }

  /// Gives the radius of rounded corners.
  public static func rx(_ value: String?) -> Attribute {
    Attribute("rx", value)
  }

  /// Gives the commands of a path.
  public static func d(_ value: String?) -> Attribute {
    Attribute("d", value)
  }

  /// Gives the points of a line.
  public static func points(_ value: String?) -> Attribute {
    Attribute("points", value)
  }

  /// Gives the colour of an area; prefer a class, which follows the theme.
  public static func fill(_ value: String?) -> Attribute {
    Attribute("fill", value)
  }

  /// Gives the colour of a line; prefer a class, which follows the theme.
  public static func stroke(_ value: String?) -> Attribute {
    Attribute("stroke", value)
  }

  /// Moves, turns or scales a shape.
  public static func transform(_ value: String?) -> Attribute {
    Attribute("transform", value)
  }

  /// Shifts a text sideways.
  public static func dx(_ value: String?) -> Attribute {
    Attribute("dx", value)
  }

  /// Shifts a text up or down.
  public static func dy(_ value: String?) -> Attribute {
    Attribute("dy", value)
  }

  /// Gives the width of a line.
  public static func strokeWidth(_ value: String?) -> Attribute {
    Attribute("stroke-width", value)
  }

  /// Says where a text is held: `start`, `middle` or `end`.
  public static func textAnchor(_ value: String?) -> Attribute {
    Attribute("text-anchor", value)
  }

  /// Names the language of a picture that stands in a file of its own: SVG's namespace.
  public static let svgNamespace = Attribute("xmlns", "http://www.w3.org/2000/svg")

  /// Gives the typefaces of a text, the best first; for pictures that stand without a style sheet.
  public static func fontFamily(_ value: String?) -> Attribute {
    Attribute("font-family", value)
  }

  /// Gives the size of a text.
  public static func fontSize(_ value: String?) -> Attribute {
    Attribute("font-size", value)
  }

  /// Gives the weight of a text: `400` or `700`.
  public static func fontWeight(_ value: String?) -> Attribute {
    Attribute("font-weight", value)
  }

  /// Says how lines end: `round`.
  public static func strokeLinecap(_ value: String?) -> Attribute {
    Attribute("stroke-linecap", value)
  }

  /// Says how edges are drawn: `crispEdges` leaves no seam between neighbours.
  public static func shapeRendering(_ value: String?) -> Attribute {
    Attribute("shape-rendering", value)
  }
}
