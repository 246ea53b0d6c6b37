import Testing
import YuiCasework
import YuiText

@Suite struct StoppingClocks {
  /// Ten working days to check an application, not counting the time its applicant takes.
  private let clock = CaseClock(
    name: LocalizedText(ja: "確認", en: "Check"), term: .workingDays(10, .offices),
    fromEntering: ["check", "recheck"], stopped: ["incomplete"])

  // Counted on a calendar on the wall: 1 June 2026 is a Monday, and June has no holiday.
  @Test(
    "A clock runs, stands still with what is left, goes on and ends",
    arguments: [
      ("new 06-01", "none"),
      ("new 06-01, check 06-01", "running, 0 used, due 06-15"),
      // Tuesday to Thursday are used; from Wednesday on seven are left.
      ("new 06-01, check 06-01, incomplete 06-04", "stopped, 3 used"),
      ("new 06-01, check 06-01, incomplete 06-04, check 06-10", "running, 3 used, due 06-19"),
      ("check 06-01, incomplete 06-04, check 06-10, incomplete 06-11", "stopped, 4 used"),
      // Over a weekend nothing is used.
      ("check 06-05, incomplete 06-07", "stopped, 0 used"),
      ("check 06-05, incomplete 06-05, check 06-05", "running, 0 used, due 06-19"),
      // What was used up leaves nothing: somebody has to act at once.
      ("check 06-01, incomplete 06-19, check 06-24", "running, 14 used, due 06-24"),
      // From one state in which it runs into another it goes on as if nothing had been.
      ("check 06-01, recheck 06-04", "running, 0 used, due 06-15"),
      ("check 06-01, decision 06-08", "ended, 5 used"),
      ("check 06-01, incomplete 06-04, withdrawn 06-30", "ended, 3 used"),
      // Ended, it starts anew.
      ("check 06-01, decision 06-08, check 06-15", "running, 0 used, due 06-29"),
      ("incomplete 06-01", "none"),
    ])
  func readings(way: String, expected: String) throws {
    let stays = try way.split(separator: ", ").map { step in
      let parts = step.split(separator: " ")
      return CaseStay(
        String(parts[0]), from: try #require(CalendarDate(iso: "2026-" + parts[1])))
    }
    let reading = clock.reading(of: stays)
    let due = reading.map { clock.term.end(from: $0.since, used: $0.used).iso.dropFirst(5) }
    let text =
      switch (reading, reading?.phase) {
      case (let reading?, .running): "running, \(reading.used) used, due \(due ?? "")"
      case (let reading?, .stopped): "stopped, \(reading.used) used"
      case (let reading?, .ended): "ended, \(reading.used) used"
      default: "none"
      }
    #expect(text == expected)
  }
}
