/// A picture that stands in a line or a cell of a table, beside the number that it shows.
public enum SmallPicture {
  /// A share (0–1) as a mark with its range on a track of the whole.
  public static func share(_ share: Double, range: ClosedRange<Double>, label: String) -> HTML {
    let (lower, upper) = (100 * range.lowerBound, 100 * range.upperBound)
    return SVG.svg(
      .class("small-picture"), .role("img"), .width("150"), .height("16"), .aria("label", label)
    ) {
      SVG.rect(.class("chart__track"), .y("4"), .width("100%"), .height("8"), .rx("4"))
      SVG.rect(
        .class("chart__range"), .x(ChartLength.share(lower)), .y("4"),
        .width(ChartLength.share(max(upper - lower, 1))), .height("8"), .rx("4"))
      SVG.circle(
        .class("chart__marker"), .cx(ChartLength.share(100 * share)), .cy("8"), .r("3.5"))
    }
  }

  /// Values (0–1) one after the other as a line; a gap where there is none.
  public static func line(_ values: [Double?], label: String) -> HTML {
    let step = values.count > 1 ? 96 / Double(values.count - 1) : 0
    func x(_ index: Int) -> String { ChartLength.share(2 + Double(index) * step) }
    func y(_ value: Double) -> String { ChartLength.units(26 - 24 * value) }
    return SVG.svg(
      .class("small-picture"), .role("img"), .width("120"), .height("28"), .aria("label", label)
    ) {
      for index in values.indices.dropLast() {
        if let value = values[index], let next = values[index + 1] {
          SVG.line(
            .class("chart__line"), .x1(x(index)), .y1(y(value)), .x2(x(index + 1)), .y2(y(next)))
        }
      }
      if let index = values.lastIndex(where: { $0 != nil }), let last = values[index] {
        SVG.circle(.class("chart__marker"), .cx(x(index)), .cy(y(last)), .r("3"))
      }
    }
  }
}
