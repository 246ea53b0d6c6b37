/// Joins the statements of a content closure into markup.
///
/// A `String` is text and is escaped; `HTML` and components stand for themselves; `if`, `switch`,
/// `for` and optionals work as elsewhere in Swift.
@resultBuilder public enum HTMLBuilder {
  /// Takes text, escaped.
  public static func buildExpression(_ text: String) -> HTML { HTML(text) }

  /// Takes text that may be missing.
  public static func buildExpression(_ text: String?) -> HTML { text.map { HTML($0) } ?? HTML() }

  /// Takes markup.
  public static func buildExpression(_ markup: HTML) -> HTML { markup }

  /// Takes markup that may be missing.
  public static func buildExpression(_ markup: HTML?) -> HTML { markup ?? HTML() }

  /// Takes a component.
  public static func buildExpression(_ component: some Component) -> HTML { component.markup }

  /// Takes a component that may be missing.
  public static func buildExpression(_ component: (some Component)?) -> HTML {
    component?.markup ?? HTML()
  }

  /// Joins the statements of a block.
  public static func buildBlock(_ parts: HTML...) -> HTML {
    parts.count == 1 ? parts[0] : HTML(parts)
  }

  /// Takes the branch of an `if` without `else`.
  public static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }

  /// Takes the first branch of an `if` or `switch`.
  public static func buildEither(first part: HTML) -> HTML { part }

  /// Takes the second branch of an `if` or `switch`.
  public static func buildEither(second part: HTML) -> HTML { part }

  /// Joins what the turns of a loop made.
  public static func buildArray(_ parts: [HTML]) -> HTML { HTML(parts) }

  /// Takes what is behind an availability check.
  public static func buildLimitedAvailability(_ part: HTML) -> HTML { part }
}

/// Something that shows itself as markup: a part of a page larger than an element.
public protocol Component: Sendable {
  /// The markup of this part.
  var markup: HTML { get }
}
