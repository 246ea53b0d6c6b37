import YuiText
import YuiWeb

/// A paper card as somebody typed it in: its answers, and the day on which it was filled in.
struct CardDraft: Sendable {
  /// How far back a card may lie; further off, somebody mistyped.
  private static let mostDays = 730

  var answers = ReviewDraft()
  /// As `2026-04-01`.
  var day: String

  /// An empty card of a day, at a place.
  init(day: String, place: String, language: Language) {
    self.day = day
    answers.language = language
    answers.place = place
    answers.channel = Channel.paper.rawValue
  }

  init(form: FormData, language: Language) {
    answers = ReviewDraft(
      form: form, channel: .paper,
      language: form.first("card_language").flatMap(Language.init(rawValue:)) ?? language)
    answers.place = form.first("place").flatMap { Slug($0) }?.description ?? ""
    day = (form.first("on") ?? "").trimmingWhitespace
  }

  /// What is wrong with the day; nil for a day on which a card may have been filled in.
  func dayProblem(today: CalendarDate) -> LocalizedText? {
    guard let date = CalendarDate(iso: TextFolding.fold(day)) else { return Self.badDay }
    return date <= today && date >= today.adding(days: -Self.mostDays) ? nil : Self.farDay
  }

  /// The day, once it was checked.
  var date: CalendarDate? { CalendarDate(iso: TextFolding.fold(day)) }

  private static let badDay = LocalizedText(
    ja: "日付を2026-04-01の形で入力してください。", en: "Enter the day like 2026-04-01.")
  private static let farDay = LocalizedText(
    ja: "今日までの2年間の日付を入力してください。", en: "Enter a day within the last two years.")
}
