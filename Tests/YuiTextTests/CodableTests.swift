import FoundationEssentials
import Testing
import YuiText

@Suite("Dates in JSON")
struct CodableTests {
  struct Times: Codable, Equatable {
    var at: Timestamp
    var on: CalendarDate
    var month: YearMonth
  }

  @Test("Times, dates and months are strings")
  func strings() throws {
    let json = #"{"at":"2026-04-01T00:30:00Z","month":"2026-04","on":"2026-04-01"}"#
    let times = try JSONDecoder().decode(Times.self, from: Data(json.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(times), as: UTF8.self) == json)
  }

  @Test("A wrong date is an error")
  func wrong() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CalendarDate.self, from: Data("\"2026-02-30\"".utf8))
    }
  }
}
