/// Charts side by side where there is room for two.
public struct ChartRow: Component {
  private let charts: HTML

  /// Creates a row.
  public init(@HTMLBuilder charts: () -> HTML) {
    self.charts = charts()
  }

  /// The row.
  public var markup: HTML { div(.class("charts")) { charts } }
}
