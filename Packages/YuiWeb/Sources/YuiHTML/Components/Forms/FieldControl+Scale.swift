import YuiText

extension FieldControl {
  /// Takes a number from a short scale with one tap: `0` to `10`, `1` to `5`.
  ///
  /// What the ends mean is said in the field's support text.
  public static func scale(_ value: Int?, in range: ClosedRange<Int>) -> FieldControl {
    FieldControl(isGroup: true) { context in
      div(.class("scale")) {
        for (index, number) in range.enumerated() {
          label(.class("scale__step")) {
            input(
              .type("radio"), .class("scale__input"), .id(context.choiceID(index)),
              .name(context.name), .value(String(number)), .checked(value == number),
              .when(context.isInvalid, .aria("invalid", "true")))
            span(.class("scale__look")) { String(number) }
          }
        }
      }
    }
  }
}
