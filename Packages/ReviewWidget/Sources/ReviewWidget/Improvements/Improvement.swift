import YuiStorage
import YuiText

/// Something found in what residents say, and what is done about it.
struct Improvement: Sendable, Hashable {
  /// How far it is.
  enum State: String, Sendable, CaseIterable, SQLBindable {
    case found, planned, started, done, dropped
  }

  /// Tells it from the others of the tenant.
  let number: Int
  let service: Slug
  /// What it is about, in a few words: on the trend, and in lists.
  var title: String
  /// What residents said, and what follows from it.
  var finding: String
  /// What will be done, or was; may be empty.
  var plan: String
  /// Who sees to it; may be empty, and is never public.
  var owner: String
  /// Until when.
  var due: CalendarDate?
  var state = State.found
  /// Since when residents meet the change.
  var doneOn: CalendarDate?
  var isPublic = false

  /// Whether it should have been done by now.
  func isLate(on today: CalendarDate) -> Bool {
    guard let due, state != .done, state != .dropped else { return false }
    return due < today
  }

  /// The improvement in another state; done today, unless it is known since when.
  func moved(to state: State, on today: CalendarDate) -> Improvement {
    var moved = self
    moved.state = state
    moved.doneOn = state == .done ? doneOn ?? today : nil
    return moved
  }
}

extension Improvement {
  /// The title, which staff write in Japanese.
  var name: LocalizedText { LocalizedText(ja: title, en: "") }
}

extension Improvement.State {
  /// What it may become next, the usual first.
  var next: [Self] {
    switch self {
    case .found: [.planned, .started, .dropped]
    case .planned: [.started, .done, .dropped]
    case .started: [.done, .dropped]
    case .done: [.started]
    case .dropped: [.found]
    }
  }

  /// The state for people, residents among them.
  var name: LocalizedText {
    switch self {
    case .found:
      LocalizedText(
        ja: "課題", en: "Found", easy: "わかったこと", zhHans: "已发现", ko: "확인된 과제", vi: "Đã ghi nhận")
    case .planned:
      LocalizedText(
        ja: "計画", en: "Planned", easy: "これからします", zhHans: "已计划", ko: "계획됨", vi: "Đã lên kế hoạch")
    case .started:
      LocalizedText(
        ja: "取組中", en: "Under way", easy: "いましています", zhHans: "进行中", ko: "진행 중",
        vi: "Đang thực hiện")
    case .done:
      LocalizedText(
        ja: "実施済み", en: "Done", easy: "しました", zhHans: "已完成", ko: "완료", vi: "Đã thực hiện")
    case .dropped:
      LocalizedText(
        ja: "見送り", en: "Not pursued", easy: "しないことにしました", zhHans: "不予实施", ko: "보류",
        vi: "Không thực hiện")
    }
  }

  /// What a button says that brings it there.
  var action: LocalizedText {
    switch self {
    case .found: LocalizedText(ja: "課題に戻す", en: "Take up again")
    case .planned: LocalizedText(ja: "計画にする", en: "Plan it")
    case .started: LocalizedText(ja: "取組を始める", en: "Start it")
    case .done: LocalizedText(ja: "実施済みにする", en: "Mark as done")
    case .dropped: LocalizedText(ja: "見送る", en: "Drop it")
    }
  }
}
