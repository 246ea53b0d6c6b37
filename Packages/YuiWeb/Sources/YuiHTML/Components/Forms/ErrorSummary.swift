public import YuiText

/// The list of what is wrong with a form, each line a link to its field.
///
/// It stands above the form (`Page.alert`) and takes the focus when the page opens.
public struct ErrorSummary: Component {
  private let errors: [FieldError]
  private let language: Language

  /// Creates a summary; without errors it shows nothing.
  public init(_ errors: [FieldError], language: Language) {
    self.errors = errors
    self.language = language
  }

  /// The summary.
  @HTMLBuilder public var markup: HTML {
    if !errors.isEmpty {
      div(
        .class("banner banner--error"), .tabindex(-1), .id("error-summary"),
        .aria("labelledby", "error-summary-title")
      ) {
        div(.class("banner__head")) {
          Icon.error.named(Wording.error[language])
          h2(.class("banner__title"), .id("error-summary-title")) {
            Wording.errorSummary[language]
          }
        }
        ul(.class("banner__body error-list")) {
          for error in errors {
            li { a(.href("#" + FormField.id(of: error.field))) { error.message } }
          }
        }
      }
    }
  }
}
