extension CalendarDate {
  /// The date in the Japanese calendar, `令和8年4月1日`, its first year as `元年`; before 1873 as
  /// ``text(_:)``.
  public var eraText: String {
    guard let era = JapaneseEra(containing: self) else { return text(.ja) }
    return "\(era.yearText(era.year(of: self)))\(month)月\(day)日"
  }

  /// Reads `令和8年4月1日`, `令和元年5月1日`, `R8.4.1` and `H31/4/30`, in any width; `nil` for anything
  /// else and for days that lie in another era.
  public init?(era text: String) {
    var rest = TextFolding.foldWidth(text).filter { !$0.isWhitespace }[...]
    guard
      let name = [2, 1].map({ rest.prefix($0) }).first(where: { JapaneseEra($0) != nil }),
      let era = JapaneseEra(name)
    else { return nil }
    rest = rest.dropFirst(name.count)
    // The first year has a word of its own.
    if rest.first == "元" {
      guard rest.dropFirst().first?.isNumber == false else { return nil }
      rest = "1\(rest.dropFirst())"
    }
    var numbers: [Int] = []
    let separator = rest.first { !$0.isNumber }
    for unit in "年月日" {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard 1...2 ~= digits.count, let number = Int(digits) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      if separator == "年" || unit != "日" {
        guard let found = rest.popFirst(), found == (separator == "年" ? unit : separator),
          "年月日./-".contains(found)
        else { return nil }
      }
    }
    guard rest.isEmpty, let date = era.date(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    self = date
  }
}

extension FiscalYear {
  /// The fiscal year in the Japanese calendar, `令和8年度`; before 1873 as ``text(_:)``.
  ///
  /// It is named for the era on 1 May, so that the year in which 令和 began is `令和元年度` as a whole
  /// (申合せ of 1 April 2019 on how years are written when the era changes).
  public var eraText: String {
    let day = start.adding(days: 30)
    guard let era = JapaneseEra(containing: day) else { return text(.ja) }
    return "\(era.yearText(era.year(of: day)))度"
  }
}

extension JapaneseEra {
  /// `令和8年`, `令和元年`.
  fileprivate func yearText(_ year: Int) -> String {
    "\(name)\(year == 1 ? "元" : String(year))年"
  }
}
