import YuiText
import YuiWeb

extension ReviewDraft {
  /// Reads what a form sent.
  ///
  /// - Parameter channel: the channel of a form that has but one, whatever it says.
  init(form: FormData, channel: Channel? = nil, language: Language) {
    self.init()
    score = form.first("score").flatMap { Int($0) }
    goal = form.first("goal") ?? ""
    ease = form.first("ease") ?? ""
    clarity = form.first("clarity") ?? ""
    nps = form.first("nps") ?? ""
    reasons = form.values(named: "reasons")
    comment = form.first("comment") ?? ""
    self.channel = channel?.rawValue ?? form.first("channel") ?? ""
    place = form.first("place") ?? ""
    ending = form.first("ending").flatMap(Ending.init(rawValue:))?.rawValue ?? ""
    wasOffered = form.first("offered") == "1"
    self.language = language
  }
}
