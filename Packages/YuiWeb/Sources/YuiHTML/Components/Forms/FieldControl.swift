import YuiText

/// What takes the answer of a form field.
public struct FieldControl: Sendable {
  /// What a control takes over from its field.
  struct Context {
    let id: String
    let name: String
    let describedBy: String?
    let isInvalid: Bool
    let language: Language

    /// The attributes that tie a single control to its field.
    var attributes: [Attribute] {
      [
        .id(id), .name(name), .aria("describedby", describedBy),
        .when(isInvalid, .aria("invalid", "true")),
      ]
    }
  }

  /// Whether the control has several parts, so that the field is a `fieldset`.
  let isGroup: Bool
  /// What the control says about itself, after the support text.
  let hint: @Sendable (Language) -> String?
  let render: @Sendable (Context) -> HTML

  init(
    isGroup: Bool = false, hint: @escaping @Sendable (Language) -> String? = { _ in nil },
    render: @escaping @Sendable (Context) -> HTML
  ) {
    self.isGroup = isGroup
    self.hint = hint
    self.render = render
  }
}
