/// The elements of inline pictures, kept apart because their names are common words.
///
/// Lengths are texts, as in SVG: `"12"` is in user units, `"40%"` is a share of the picture.
public enum SVG {
  /// A picture.
  public static func svg(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("svg", attributes, content())
  }

  /// A group of shapes.
  public static func g(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("g", attributes, content())
  }

  /// A rectangle.
  public static func rect(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("rect", attributes, content())
  }

  /// A circle.
  public static func circle(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("circle", attributes, content())
  }

  /// A straight line.
  public static func line(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("line", attributes, content())
  }

  /// A line through several points.
  public static func polyline(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("polyline", attributes, content())
  }

  /// A closed shape through several points.
  public static func polygon(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("polygon", attributes, content())
  }

  /// A shape drawn by commands.
  public static func path(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("path", attributes, content())
  }

  /// A picture of another address inside a picture.
  public static func image(_ attributes: Attribute...) -> HTML {
    element("image", attributes, HTML())
  }

  /// A text in a picture.
  public static func text(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("text", attributes, content())
  }

  /// A run inside a text of a picture.
  public static func tspan(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("tspan", attributes, content())
  }

  /// The name of a picture or of a part of it.
  public static func title(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("title", attributes, content())
  }

  /// The description of a picture or of a part of it.
  public static func desc(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    element("desc", attributes, content())
  }
}
