public import YuiText

/// The way to the neighbouring pages of a list.
public struct Pagination: Component {
  private let name: String
  private let previous: String?
  private let next: String?
  private let position: String?
  private let language: Language

  /// Creates the links that there are; with neither it shows nothing.
  ///
  /// - Parameters:
  ///   - name: What is listed, for screen readers: "search results".
  ///   - previous: The address of the page before.
  ///   - next: The address of the page after.
  ///   - position: Where one is, between the links: "1–50 of 1,204".
  ///   - language: The language of the page.
  public init(
    _ name: String, previous: String?, next: String?, position: String? = nil,
    language: Language
  ) {
    self.name = name
    self.previous = previous
    self.next = next
    self.position = position
    self.language = language
  }

  /// The links.
  @HTMLBuilder public var markup: HTML {
    if previous != nil || next != nil {
      nav(.class("pagination"), .aria("label", name)) {
        if let previous {
          a(.class("pagination__link"), .rel("prev"), .href(previous)) {
            Icon.chevronLeft.markup
            span { Wording.previousPage[language] }
          }
        }
        if let position { span(.class("pagination__position")) { position } }
        if let next {
          a(.class("pagination__link"), .rel("next"), .href(next)) {
            span { Wording.nextPage[language] }
            Icon.chevronRight.markup
          }
        }
      }
    }
  }
}
