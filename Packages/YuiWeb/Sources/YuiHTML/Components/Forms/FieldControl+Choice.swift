import YuiText

extension FieldControl {
  /// Takes one of many answers from a list.
  ///
  /// The first line asks to choose and sends an empty value; `unchosen` gives it other words,
  /// such as "all" in a filter.
  public static func select(
    _ choices: [Choice], selected: String?, unchosen: String? = nil
  ) -> FieldControl {
    FieldControl { context in
      div(.class("select")) {
        element(
          "select", [.class("text-box")] + context.attributes,
          HTML(
            [option(.value("")) { unchosen ?? Wording.chooseOne[context.language] }]
              + choices.map { choice in
                option(
                  .value(choice.value), .lang(choice.language),
                  .selected(choice.value == selected)
                ) { RubyText(choice.label).plain }
              }))
        Icon.chevronDown.markup
      }
    }
  }

  /// Takes one of a few answers.
  public static func radioButtons(_ choices: [Choice], selected: String?) -> FieldControl {
    group(choices, type: "radio") { $0 == selected }
  }

  /// Takes any number of a few answers.
  public static func checkboxes(_ choices: [Choice], selected: Set<String>) -> FieldControl {
    group(choices, type: "checkbox") { selected.contains($0) }
  }

  private static func group(
    _ choices: [Choice], type: String, isSelected: @escaping @Sendable (String) -> Bool
  ) -> FieldControl {
    FieldControl(isGroup: true) { context in
      div(.class("choices")) {
        for (index, choice) in choices.enumerated() {
          label(
            .class("choice"), .data("when-field", choice.condition?.field),
            .data("when-values", choice.condition?.values.joined(separator: " "))
          ) {
            input(
              .type(type), .class("choice__box"), .id(context.choiceID(index)),
              .name(context.name), .value(choice.value), .checked(isSelected(choice.value)),
              .when(context.isInvalid, .aria("invalid", "true")))
            span(.class("choice__text"), .lang(choice.language)) {
              HTML(RubyText(choice.label))
              if let support = choice.support {
                span(.class("choice__support")) { HTML(RubyText(support)) }
              }
            }
          }
        }
      }
    }
  }
}

extension FieldControl.Context {
  /// The first choice bears the id of the field, to which error summaries link.
  func choiceID(_ index: Int) -> String {
    index == 0 ? id : "\(id)-\(index + 1)"
  }
}
