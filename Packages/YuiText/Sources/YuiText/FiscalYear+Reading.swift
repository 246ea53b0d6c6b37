extension FiscalYear {
  /// Reads `2025`, `2025年度`, `FY2025`, `令和7年度`, `令和元年度`, `令和7` and `R7`, in any width; `nil`
  /// for anything else and for years that lie in another era.
  ///
  /// As in ``eraText`` the era is the one of 1 May.
  public init?(reading text: String) {
    var rest = TextFolding.foldWidth(text).filter { !$0.isWhitespace }[...]
    for ending in ["年度", "年"] where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
      break
    }
    let era = [2, 1].lazy.map { rest.prefix($0) }.first { JapaneseEra($0) != nil }
    if let name = era, let era = JapaneseEra(name) {
      rest = rest.dropFirst(name.count)
      guard let year = rest == "元" ? 1 : Self.number(rest, digits: 1...2),
        let day = era.date(year: year, month: 5, day: 1)
      else { return nil }
      self.init(day.year)
    } else {
      if rest.uppercased().hasPrefix("FY") { rest = rest.dropFirst(2) }
      guard let year = Self.number(rest, digits: 4...4) else { return nil }
      self.init(year)
    }
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits ~= text.count, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text)
  }
}
