public import YuiText

extension FieldControl {
  /// The words usual under a rating of satisfaction, from 1 to 5.
  ///
  /// They hold zero-width spaces where a line may break in a narrow window.
  public static let satisfaction: [LocalizedText] = [
    LocalizedText(
      ja: "とても\u{200B}不満", en: "Very poor", easy: "とても\u{200B}わるい",
      zhHans: "非常\u{200B}不满", ko: "매우 불만", vi: "Rất tệ"),
    LocalizedText(
      ja: "不満", en: "Poor", easy: "わるい", zhHans: "不满", ko: "불만", vi: "Tệ"),
    LocalizedText(
      ja: "ふつう", en: "Fair", zhHans: "一般", ko: "보통", vi: "Bình thường"),
    LocalizedText(
      ja: "満足", en: "Good", easy: "よい", zhHans: "满意", ko: "만족", vi: "Tốt"),
    LocalizedText(
      ja: "とても\u{200B}満足", en: "Very good", easy: "とても\u{200B}よい",
      zhHans: "非常\u{200B}满意", ko: "매우 만족", vi: "Rất tốt"),
  ]

  /// Takes a rating from 1 to 5 with one tap.
  ///
  /// These are five radio buttons in large tiles, each with a face, its number and a word, and
  /// need no script. `words` are five, for 1 to 5.
  public static func rating(
    _ value: Int?, words: [LocalizedText] = satisfaction
  ) -> FieldControl {
    FieldControl(isGroup: true) { context in
      div(.class("rating")) {
        for (index, word) in words.prefix(RatingFace.count).enumerated() {
          label(.class("rating__tile")) {
            input(
              .type("radio"), .class("rating__input"), .id(context.choiceID(index)),
              .name(context.name), .value(String(index + 1)), .checked(value == index + 1),
              .when(context.isInvalid, .aria("invalid", "true")))
            span(.class("rating__look")) {
              SVG.svg(.class("rating__face"), .viewBox(RatingFace.box), .aria("hidden", "true")) {
                RatingFace.shapes(index + 1)
              }
              span(.class("rating__number")) { String(index + 1) }
              span(.class("rating__word")) { HTML(word, in: context.language) }
            }
          }
        }
      }
    }
  }
}
