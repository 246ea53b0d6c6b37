public import YuiText

/// A search form of one box; it asks by GET and keeps what was typed.
public struct SearchBox: Component {
  private let address: String
  private let name: String
  private let value: String?
  private let label: String?
  private let language: Language

  /// Creates a search box whose form goes to `address`; the label "search" is for screen readers
  /// unless another is given, which is shown.
  public init(
    _ address: String, name: String = "q", value: String?, label: String? = nil,
    language: Language
  ) {
    self.address = address
    self.name = name
    self.value = value
    self.label = label
    self.language = language
  }

  /// The form.
  public var markup: HTML {
    let id = FormField.id(of: name)
    return form(.class("search"), .role("search"), .method("get"), .action(address)) {
      YuiHTML.label(.class(label == nil ? "visually-hidden" : "field__label"), .for(id)) {
        label ?? Wording.search[language]
      }
      div(.class("search__row")) {
        span(.class("search__box")) {
          Icon.search.markup
          input(
            .type("search"), .class("text-box"), .id(id), .name(name), .value(value))
        }
        Button(Wording.search[language], style: .solid)
      }
    }
  }
}
