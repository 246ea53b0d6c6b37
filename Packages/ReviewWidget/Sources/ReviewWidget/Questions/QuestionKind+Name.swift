import YuiText

extension QuestionKind {
  /// What staff call the question.
  var name: LocalizedText {
    switch self {
    case .score: LocalizedText(ja: "満足度", en: "Score")
    case .goal: LocalizedText(ja: "目的の達成", en: "Goal reached")
    case .ease: LocalizedText(ja: "手続のしやすさ", en: "Ease")
    case .clarity: LocalizedText(ja: "説明のわかりやすさ", en: "Clarity")
    case .reasons: LocalizedText(ja: "理由", en: "Reasons")
    case .nps: LocalizedText(ja: "推奨度", en: "Would recommend")
    case .comment: LocalizedText(ja: "ご意見", en: "Comment")
    }
  }
}

extension ReasonOption.Driver {
  /// What staff call the driver.
  var name: LocalizedText {
    switch self {
    case .effectiveness: LocalizedText(ja: "用件の解決", en: "Effectiveness")
    case .ease: LocalizedText(ja: "しやすさ", en: "Ease")
    case .efficiency: LocalizedText(ja: "時間", en: "Efficiency")
    case .transparency: LocalizedText(ja: "わかりやすさ", en: "Transparency")
    case .humanity: LocalizedText(ja: "公平・尊重", en: "Humanity")
    case .employee: LocalizedText(ja: "職員", en: "Employee")
    case .other: LocalizedText(ja: "その他", en: "Other")
    }
  }
}

extension Polarity {
  /// What staff call it.
  var name: LocalizedText {
    switch self {
    case .positive: LocalizedText(ja: "良かった点", en: "What went well")
    case .negative: LocalizedText(ja: "良くなかった点", en: "What did not")
    }
  }
}
