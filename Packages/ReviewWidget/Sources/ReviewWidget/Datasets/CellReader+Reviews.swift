import YuiOpenData
import YuiStorage
import YuiText

/// The years in which somebody may have reviewed a service: further off, somebody mistyped.
private let reviewYears = 1950...2100

extension CellReader where Value == YearMonth {
  /// Accepts a month in which somebody may have reviewed a service.
  static var reviewMonth: CellReader {
    CellReader.month.accepting(
      LocalizedText(
        ja: "1950年から2100年までの年月を2026-04の形で入力してください。",
        en: "Enter a month from 1950 to 2100 like 2026-04.")
    ) { reviewYears.contains($0.year) }
  }
}

extension CellReader where Value == Timestamp {
  /// Accepts a time at which somebody may have reviewed a service, or the day alone, as it stands on
  /// a paper card.
  static var reviewTime: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "1950年から2100年までの日付か時刻を2026-04-01、2026-04-01T09:00:00+09:00の形で入力してください。",
        en: "Enter a day or time from 1950 to 2100 like 2026-04-01 or 2026-04-01T09:00:00+09:00.")
    ) { text in
      let time = Timestamp(rfc3339: text) ?? CalendarDate(iso: text)?.start
      guard let time, reviewYears.contains(time.date.year) else { return nil }
      return Reading(time, text: text)
    }
  }
}

extension CellReader where Value == Score {
  /// Accepts 1 to 5.
  static var score: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "1から5までの整数を入力してください。", en: "Enter a whole number from 1 to 5.")
    ) { text in
      guard let number = Int(text) ?? Int(TextFolding.fold(text)),
        let score = Score(rawValue: number)
      else { return nil }
      return Reading(score, text: String(number))
    }
  }
}

extension CellReader where Value == Channel {
  /// Accepts a channel's name.
  static var channel: CellReader { .choice(labels: \.name) }
}

extension CellReader where Value == Language {
  /// Accepts a language tag.
  static var language: CellReader { .choice() }
}

extension CellReader where Value == UUIDv7 {
  /// Accepts a UUID of version 7.
  static var uuid: CellReader {
    .parsed(
      expectation: LocalizedText(
        ja: "UUIDv7を入力するか、空欄にしてください。", en: "Enter a UUIDv7 or leave it empty."))
  }
}
