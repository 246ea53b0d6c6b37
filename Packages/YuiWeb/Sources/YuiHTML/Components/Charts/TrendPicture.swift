import YuiText

/// The picture of a trend: a line with hollow markers above, bars below, months beneath.
struct TrendPicture {
  let chart: TrendChart

  private var points: [TrendChart.Point] { chart.points }
  private var language: Language { chart.language }

  // From top to bottom, in pixels.
  private static let five = 48.0
  private static let stepHeight = 36.0
  private static let one = five + 4 * stepHeight
  private static let barsTop = one + 76
  private static let barsBottom = barsTop + 64
  private static let height = barsBottom + 48

  // From left to right, in per cent; the digits of the scale stand left of the first month.
  private static let left = 7.0
  private static let right = 100.0

  /// The width of a month.
  private var unit: Double {
    (Self.right - Self.left) / Double(max(1, points.reduce(0) { $0 + $1.months }))
  }
  private func band(_ index: Int) -> Double { Double(points[index].months) * unit }
  private func start(_ index: Int) -> Double {
    Self.left + unit * Double(points[..<index].reduce(0) { $0 + $1.months })
  }
  private func x(_ index: Int) -> Double { start(index) + band(index) / 2 }
  private func y(_ mean: Double) -> Double { Self.five + (5 - mean) * Self.stepHeight }

  var markup: HTML {
    SVG.svg(
      .class("chart__picture"), .role("img"), .width("100%"),
      .height(ChartLength.units(Self.height)),
      .aria("labelledby", "\(chart.id)-title \(chart.id)-desc")
    ) {
      title(.id("\(chart.id)-title")) { chart.title }
      SVG.desc(.id("\(chart.id)-desc")) { description }
      scale
      markers
      ranges
      line
      bars
      months
    }
  }

  @HTMLBuilder private var scale: HTML {
    heading(Wording.meanOfFive[language], y: 16)
    for value in 1...5 {
      gridLine(y: y(Double(value)))
      SVG.text(
        .class("chart__tick"), .x("0"), .y(ChartLength.units(y(Double(value)) + 5))
      ) { String(value) }
    }
  }

  /// What happened, numbered as in the list below the picture.
  @HTMLBuilder private var markers: HTML {
    for (number, marker) in chart.markers.enumerated() {
      if let place = place(of: marker.date) {
        SVG.line(
          .class("chart__event"), .x1(ChartLength.share(place)), .y1(ChartLength.units(Self.five)),
          .x2(ChartLength.share(place)), .y2(ChartLength.units(Self.barsBottom)))
        SVG.circle(
          .class("chart__number"), .cx(ChartLength.share(place)),
          .cy(ChartLength.units(Self.one + 26)), .r("11"))
        SVG.text(
          .class("chart__number-text"), .x(ChartLength.share(place)),
          .y(ChartLength.units(Self.one + 31)), .textAnchor("middle")
        ) { String(number + 1) }
      }
    }
  }

  private func place(of date: CalendarDate) -> Double? {
    let month = date.yearMonth
    guard let index = points.firstIndex(where: { $0.month <= month && month <= $0.through })
    else { return nil }
    let before = Double(points[index].month.months(until: month))
    return start(index) + unit * (before + Double(date.day - 1) / 31)
  }

  @HTMLBuilder private var ranges: HTML {
    for (index, point) in points.enumerated() {
      if let range = point.range {
        SVG.line(
          .class("chart__whisker"), .x1(ChartLength.share(x(index))),
          .y1(ChartLength.units(y(range.upperBound))), .x2(ChartLength.share(x(index))),
          .y2(ChartLength.units(y(range.lowerBound))))
      }
    }
  }

  @HTMLBuilder private var line: HTML {
    for index in points.indices.dropLast() {
      if let mean = points[index].mean, let next = points[index + 1].mean {
        SVG.line(
          .class("chart__line"), .x1(ChartLength.share(x(index))),
          .y1(ChartLength.units(y(mean))), .x2(ChartLength.share(x(index + 1))),
          .y2(ChartLength.units(y(next))))
      }
    }
    let tops = points.map { $0.mean.map(y) }
    for (index, top) in tops.enumerated() {
      if let top {
        SVG.circle(
          .class("chart__marker"), .cx(ChartLength.share(x(index))), .cy(ChartLength.units(top)),
          .r("4.5"))
      }
    }
    let heads = zip(points, tops).map { point, top in point.range.map { y($0.upperBound) } ?? top }
    for (index, point) in points.enumerated() {
      if let mean = point.mean {
        label(NumberText.fixed(mean, decimals: 1), at: index, y: clear(heads, at: index) - 13)
      }
    }
  }

  @HTMLBuilder private var bars: HTML {
    // Of months told together the height is their average, so that areas compare.
    let heights = points.map { Double($0.responses ?? 0) / Double($0.months) }
    let most = max(heights.max() ?? 0, 1)
    let tops = heights.map { height -> Double? in
      guard height > 0 else { return nil }
      // One response is still seen.
      return Self.barsBottom - max((Self.barsBottom - Self.barsTop) * height / most, 2)
    }
    heading(Wording.responseCount[language], y: Self.barsTop - 34)
    gridLine(y: Self.barsBottom)
    for (index, top) in tops.enumerated() {
      if let top {
        SVG.rect(
          .class("chart__column"), .x(ChartLength.share(x(index) - band(index) / 2 + unit * 0.15)),
          .y(ChartLength.units(top)), .width(ChartLength.share(band(index) - unit * 0.3)),
          .height(ChartLength.units(Self.barsBottom - top)))
      }
    }
    // The highest and the last are told in any window; more would touch their neighbours.
    let last = points.indices.last
    let highest = points.indices.max { heights[$0] < heights[$1] }
    for (index, point) in points.enumerated() {
      if let responses = point.responses, let top = tops[index] {
        let isFree = abs(index - (last ?? index)) > 2
        label(
          NumberText.grouped(responses), at: index, y: top - 6,
          isMajor: index == last || (index == highest && isFree))
      }
    }
  }

  @HTMLBuilder private var months: HTML {
    for (index, point) in points.enumerated() {
      label(monthText(point), at: index, y: Self.barsBottom + 20)
      if isFirstShownOfYear(index) {
        label(Wording.year(point.month.year)[language], at: index, y: Self.barsBottom + 40)
      }
    }
  }

  private func monthText(_ point: TrendChart.Point) -> String {
    let first = Wording.shortMonth(point.month)[language]
    guard point.months > 1 else { return first }
    return "\(first)–\(Wording.shortMonth(point.through)[language])"
  }

  private func heading(_ text: String, y: Double) -> HTML {
    SVG.text(.class("chart__heading"), .x("0"), .y(ChartLength.units(y))) { text }
  }

  private func gridLine(y: Double) -> HTML {
    SVG.line(
      .class("chart__grid"), .x1(ChartLength.share(Self.left - 2.5)), .y1(ChartLength.units(y)),
      .x2("100%"), .y2(ChartLength.units(y)))
  }

  // MARK: - Labels

  /// In a narrow window about six labels find room side by side, in a wide one about twelve;
  /// they are counted from the last month, which matters most.
  private func label(_ text: String, at index: Int, y: Double, isMajor: Bool? = nil) -> HTML {
    let isMajor = isMajor ?? isShown(index, of: 6)
    guard isMajor || isShown(index, of: 12) else { return HTML() }
    return SVG.text(
      .class(isMajor ? "chart__point" : "chart__point chart__point--minor"),
      .x(ChartLength.share(x(index))), .y(ChartLength.units(y)), .textAnchor("middle")
    ) { text }
  }

  /// Where a label stands clear of its neighbours, which reach under it when months are many.
  private func clear(_ tops: [Double?], at index: Int) -> Double {
    let reach = points.count > 12 ? 1 : 0
    let near = max(index - reach, 0)...min(index + reach, points.count - 1)
    return tops[near].compactMap { $0 }.min() ?? Self.one
  }

  private func step(_ labels: Int) -> Int { max(1, (points.count + labels - 1) / labels) }

  private func isShown(_ index: Int, of labels: Int) -> Bool {
    (points.count - 1 - index).isMultiple(of: step(labels))
  }

  /// Years stand under the first month shown of each; the first of all goes without where the
  /// next would run into it.
  private func isFirstShownOfYear(_ index: Int) -> Bool {
    guard isShown(index, of: 6) else { return false }
    let (before, after) = (index - step(6), index + step(6))
    if before >= 0 { return points[before].month.year != points[index].month.year }
    return after >= points.count || points[after].month.year == points[index].month.year
  }

  private var description: String {
    let spans = points.compactMap { point in
      point.mean.map { "\(point.text(language)) \(NumberText.fixed($0, decimals: 2))" }
    }
    return spans.joined(separator: ", ")
  }
}

extension TrendChart.Point {
  /// How many months it covers.
  fileprivate var months: Int { month.months(until: through) + 1 }
}

extension YearMonth {
  /// How many months later another is.
  fileprivate func months(until later: YearMonth) -> Int {
    (later.year - year) * 12 + later.month - month
  }
}
