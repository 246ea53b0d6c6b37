import YuiStorage
import YuiText

/// For how long a tenant keeps what of a response, as it stands on a day.
struct KeepingTerms: Sendable {
  /// Ratings of days before this one are kept as counts; nil where they never are.
  let ratingsFrom: CalendarDate?
  /// Free text of days before this one is erased; nil where it never is.
  let textsFrom: CalendarDate?

  init(_ settings: ReviewSettings, on day: CalendarDate) {
    func first(_ days: Int) -> CalendarDate? { days > 0 ? day.adding(days: -days) : nil }
    ratingsFrom = first(settings.ratingDays)
    textsFrom = first(settings.textDays)
  }

  /// What came from here on stays as it is; nil where everything does.
  var horizon: Timestamp? {
    [ratingsFrom, textsFrom].compactMap { $0 }.max()?.start
  }

  /// Whether free text that came at a time is to be erased.
  func erasesText(from time: Timestamp) -> Bool {
    textsFrom.map { time.date < $0 } ?? false
  }

  /// Whether a response is to be kept as a count: it has a day to be counted on, and no words.
  func folds(_ response: ReviewResponse) -> Bool {
    guard let ratingsFrom, let day = response.day else { return false }
    return day < ratingsFrom && !response.content.hasText
  }
}

extension ReviewContent {
  /// Whether somebody's own words are in it.
  var hasText: Bool { !comment.isEmpty || reasons.contains { !$0.text.isEmpty } }

  /// The same answers without anybody's own words; they count alike.
  var withoutText: ReviewContent {
    var content = self
    content.comment = ""
    content.reasons = reasons.reduce(into: []) { kept, reason in
      let reason = Reason(reason.code, reason.polarity)
      if !kept.contains(reason) { kept.append(reason) }
    }
    return content
  }
}
