import YuiText

extension FieldControl {
  /// The kind of a text of one line.
  public enum TextKind: String, Sendable {
    /// Any text.
    case text
    /// An e-mail address.
    case email
    /// A secret, not shown.
    case password
    /// An address on the web.
    case url
    /// A telephone number.
    case tel
  }

  /// How wide a text box is, which tells how much is expected.
  public enum TextWidth: String, Sendable {
    /// A few digits.
    case short
    /// A name or a code.
    case medium
    /// Everything else.
    case full
  }

  /// Takes a text of one line; `autocomplete` names the personal detail asked for.
  public static func text(
    _ value: String?, kind: TextKind = .text, width: TextWidth = .full,
    autocomplete: String? = nil
  ) -> FieldControl {
    FieldControl { context in
      voidElement(
        "input",
        [
          .class("text-box text-box--\(width.rawValue)"), .type(kind.rawValue),
          // A password is never sent back.
          .value(kind == .password ? nil : value), .autocomplete(autocomplete),
        ] + context.attributes)
    }
  }

  /// Takes a whole number, typed as text, so that nothing is changed by a wheel or an arrow key.
  public static func number(_ value: String?) -> FieldControl {
    FieldControl { context in
      voidElement(
        "input",
        [
          .class("text-box text-box--short"), .type("text"), .inputmode("numeric"), .value(value),
        ] + context.attributes)
    }
  }

  /// Takes a text of several lines, of at most `limit` characters where given.
  ///
  /// The script counts while one types; without it the limit stands in the support text. The
  /// browser never cuts: a text that is too long comes back with an error and nothing lost.
  public static func textArea(_ value: String?, limit: Int? = nil, rows: Int = 5) -> FieldControl {
    FieldControl(hint: { language in limit.map { textLimit($0)[language] } }) { context in
      let attributes =
        [
          Attribute.class("text-box text-box--area"), .rows(rows),
          .data("limit", limit.map(String.init)),
        ] + context.attributes
      var made = element("textarea", attributes, HTML("\n" + (value ?? "")))
      if let limit {
        made += p(
          .class("field__counter"), .data("counter-for", context.id), .hidden(),
          .data("remaining", remaining[context.language]), .data("over", over[context.language])
        ) { "0 / \(NumberText.grouped(limit))" }
      }
      return made
    }
  }

  private static func textLimit(_ limit: Int) -> LocalizedText {
    let count = NumberText.grouped(limit)
    return LocalizedText(
      ja: "\(count)文字以内で入力してください。", en: "Up to \(count) characters.",
      easy: "\(count)文字まで書くことができます。", zhHans: "请输入不超过\(count)个字。",
      ko: "\(count)자 이내로 입력해 주세요.", vi: "Tối đa \(count) ký tự.")
  }

  // The script puts the number in place of {n}.
  private static let remaining = LocalizedText(
    ja: "残り{n}文字", en: "{n} characters left", easy: "あと{n}文字", zhHans: "还可输入{n}个字",
    ko: "{n}자 남음", vi: "Còn {n} ký tự")
  private static let over = LocalizedText(
    ja: "{n}文字超過しています", en: "{n} characters too many", easy: "{n}文字多いです",
    zhHans: "超出{n}个字", ko: "{n}자 초과", vi: "Thừa {n} ký tự")
}
