import YuiText
import YuiWeb

extension ReviewDraft {
  /// The answers to a question set as a form sends them, on a channel.
  init(answers form: FormData, channel: Channel, language: Language) {
    self.init()
    score = form.first("score").flatMap { Int($0) }
    goal = form.first("goal") ?? ""
    ease = form.first("ease") ?? ""
    clarity = form.first("clarity") ?? ""
    nps = form.first("nps") ?? ""
    reasons = form.values(named: "reasons")
    comment = form.first("comment") ?? ""
    place = form.first("place") ?? ""
    self.channel = channel.rawValue
    self.language = language
  }
}
