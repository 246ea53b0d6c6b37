import YuiStorage
import YuiText
import WiFiSiteRegistry

/// How far Tokyo's metropolitan facilities had come with OpenRoaming, and where they were to be, as
/// Tokyo and the trade press published it.
///
/// Which facilities they are was not published, so the register itself is empty.
enum TokyoRollout {
  static let steps: [DemoStep] = [.change(addFigures)]

  private static func addFigures(_ transaction: Transaction) throws {
    let registry = WiFiSiteRegistry()
    try registry.aim(
      for: 1_300, by: FiscalYear(2025), note: "都の施設 約1,300か所（目標）", in: transaction)
    let measured = [
      (638, CalendarDate(year: 2024, month: 7, day: 31), "2024年7月"),
      (859, CalendarDate(year: 2025, month: 3, day: 31), "2024年度末"),
    ]
    for case (let sites, let day?, let note) in measured {
      try registry.note(sites, on: day, note: note, in: transaction)
    }
  }
}
