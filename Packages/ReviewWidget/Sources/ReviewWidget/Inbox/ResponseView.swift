import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// A response as staff sees it, in a list and by itself.
struct ResponseView {
  let response: ReviewResponse
  let context: RequestContext

  private var content: ReviewContent { response.content }
  private var language: Language { context.language }

  /// A few words for a list.
  @HTMLBuilder var facts: HTML {
    ChipLabel(
      "\(content.score.rawValue) \(content.score.words[language])", color: Self.color(content.score)
    )
    if let ending = content.ending, ending != .done {
      ChipLabel(ending.name[language], color: .orange)
    }
    if !reasons.isEmpty { span { reasons } }
  }

  /// Everything that was said.
  @HTMLBuilder var details: HTML {
    div(.class("quote"), .lang(content.language)) { MaskedText(content.comment) }
    DescriptionList(rows)
    if context.may(ReviewPermission.manage) {
      p {
        a(.href("/staff/reviews/responses/\(response.id)/improvements")) {
          context.text(ja: "改善につなげる", en: "What it leads to")
        }
      }
    }
  }

  private var reasons: String {
    content.reasons.map { $0.words(in: language) }
      .joined(separator: context.text(ja: "、", en: ", "))
  }

  private var rows: [DescriptionList.Item] {
    var rows = [
      DescriptionList.Item(
        context.text(ja: "評価", en: "Score"),
        "\(content.score.rawValue) \(content.score.words[language])")
    ]
    if !reasons.isEmpty { rows.append(.init(context.text(ja: "理由", en: "Reasons"), reasons)) }
    if let goal = content.goal {
      rows.append(
        .init(context.text(ja: "目的を達成できたか", en: "Goal reached"), goal.words[language]))
    }
    let scales: [(String, Int?)] = [
      (context.text(ja: "使いやすさ（1〜5）", en: "Ease of use (1–5)"), content.ease),
      (context.text(ja: "わかりやすさ（1〜5）", en: "Clarity (1–5)"), content.clarity),
      (context.text(ja: "おすすめ度（0〜10）", en: "Would recommend (0–10)"), content.nps),
    ]
    for (name, value) in scales {
      if let value { rows.append(.init(name, "\(value)")) }
    }
    if let ending = content.ending {
      rows.append(
        .init(context.text(ja: "どのように終わったか", en: "How it ended"), ending.name[language]))
    }
    rows.append(
      .init(context.text(ja: "受付方法", en: "Channel"), content.channel.name[language]))
    if !content.place.isEmpty {
      rows.append(.init(context.text(ja: "場所", en: "Place"), content.place))
    }
    return rows
  }

  static func color(_ score: Score) -> ChipLabel.Color {
    switch score.rawValue {
    case 1: .red
    case 2: .orange
    case 3: .gray
    case 4: .blue
    default: .green
    }
  }
}
