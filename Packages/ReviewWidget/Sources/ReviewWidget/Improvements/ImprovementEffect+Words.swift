import YuiStatistics
import YuiText

extension ImprovementEffect.Verdict {
  /// The answer in a sentence that needs no statistics.
  var sentence: LocalizedText {
    switch self {
    case .better:
      LocalizedText(
        ja: "その後の評価は良くなっています。", en: "Ratings were better afterwards.",
        easy: "そのあとの 評価は まえより よいです。", zhHans: "之后的评价更好。",
        ko: "이후의 평가가 더 좋습니다.", vi: "Sau đó đánh giá tốt hơn.")
    case .worse:
      LocalizedText(
        ja: "その後の評価は悪くなっています。", en: "Ratings were worse afterwards.",
        easy: "そのあとの 評価は まえより わるいです。", zhHans: "之后的评价更差。",
        ko: "이후의 평가가 더 나쁩니다.", vi: "Sau đó đánh giá kém hơn.")
    case .noClearChange:
      LocalizedText(
        ja: "はっきりした変化は見られません。", en: "There is no clear change.",
        easy: "まえと くらべて、はっきりした ちがいは ありません。", zhHans: "没有明显变化。",
        ko: "뚜렷한 변화는 보이지 않습니다.", vi: "Không có thay đổi rõ ràng.")
    case .tooFew:
      LocalizedText(
        ja: "まだ回答が少なく、変化があったかどうかわかりません。", en: "There are too few answers yet to tell.",
        easy: "こたえが まだ すくないので、かわったか わかりません。", zhHans: "回答还太少，无法判断是否有变化。",
        ko: "아직 응답이 적어 변화가 있었는지 알 수 없습니다.",
        vi: "Còn quá ít câu trả lời để biết có thay đổi hay không.")
    }
  }
}

extension ImprovementEffect {
  /// How many were satisfied before and after.
  func sharesSentence(_ language: Language) -> String? {
    guard let before = before.topTwoShare, let after = after.topTwoShare, difference != nil else {
      return nil
    }
    let (old, new) = (Self.percent(before), Self.percent(after))
    return LocalizedText(
      ja: "満足（4か5）と答えた人は、前は\(old)%、後は\(new)%です。",
      en: "Satisfied (4 or 5) were \(old)% before and \(new)% after.",
      easy: "「よい」（4か 5）と こたえた人は、まえは \(old)%、あとは \(new)%です。",
      zhHans: "回答满意（4或5）的人，之前为\(old)%，之后为\(new)%。",
      ko: "만족(4 또는 5)이라고 답한 사람은 이전 \(old)%, 이후 \(new)%입니다.",
      vi: "Tỷ lệ hài lòng (4 hoặc 5): trước \(old)%, sau \(new)%.")[language]
  }

  /// How sure the difference is, for those who want to know.
  func surenessSentence(_ language: Language) -> String? {
    guard let difference, let probabilityHigher else { return nil }
    let points = Self.points(difference.value)
    let range = (Self.points(difference.interval.lower), Self.points(difference.interval.upper))
    let chance = Self.percent(probabilityHigher)
    return LocalizedText(
      ja: "差は\(points)ポイント（95%の確かさで\(range.0)から\(range.1)ポイントの間）。"
        + "後の評価が前より高い割合は\(chance)%です（50%なら差がありません）。",
      en: "The difference is \(points) points (between \(range.0) and \(range.1), 95% sure). "
        + "A rating after is higher than one before in \(chance)% of pairs (50% means no difference).",
      easy: "ちがいは \(points)ポイントです（たぶん \(range.0)から \(range.1)の あいだです）。",
      zhHans: "相差\(points)个百分点（95%的把握在\(range.0)到\(range.1)之间）。"
        + "之后的评价高于之前的比例为\(chance)%（50%表示没有差别）。",
      ko: "차이는 \(points)포인트입니다(95% 신뢰도로 \(range.0)에서 \(range.1) 사이). "
        + "이후 평가가 이전보다 높은 비율은 \(chance)%입니다(50%이면 차이 없음).",
      vi: "Chênh lệch \(points) điểm phần trăm (trong khoảng \(range.0) đến \(range.1), "
        + "độ tin cậy 95%). Đánh giá sau cao hơn đánh giá trước trong \(chance)% số cặp "
        + "(50% nghĩa là không khác biệt).")[language]
  }

  static func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }

  /// Percentage points with their sign.
  static func points(_ share: Double) -> String {
    let points = percent(share)
    return points > 0 ? "+\(points)" : points < 0 ? "−\(-points)" : "±0"
  }
}
