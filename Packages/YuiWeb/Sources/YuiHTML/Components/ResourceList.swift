public import YuiText

/// A list of things of one kind, each a line or two: services, messages, files.
public struct ResourceList: Component {
  /// One of the things.
  public struct Item: Sendable {
    let title: HTML
    let address: String?
    let support: HTML
    let aside: HTML

    /// Creates an item.
    ///
    /// - Parameters:
    ///   - title: Its name, a link where there is an address.
    ///   - address: Where its name leads.
    ///   - aside: What stands at its end: a number, a date, a label.
    ///   - support: What stands below its name.
    public init(
      _ title: String, _ address: String? = nil, aside: HTML = HTML(),
      @HTMLBuilder support: () -> HTML = { HTML() }
    ) {
      self.title = HTML(title)
      self.address = address
      self.aside = aside
      self.support = support()
    }

    /// Creates an item whose name may come in another language than the page, which is then said.
    public init(
      _ title: LocalizedText, in language: Language, _ address: String? = nil,
      aside: HTML = HTML(), @HTMLBuilder support: () -> HTML = { HTML() }
    ) {
      self.title = HTML(title, in: language)
      self.address = address
      self.aside = aside
      self.support = support()
    }
  }

  private let items: [Item]

  /// Creates a list.
  public init(_ items: [Item]) {
    self.items = items
  }

  /// The list.
  public var markup: HTML {
    ul(.class("resources")) {
      for item in items {
        li(.class("resource")) {
          div(.class("resource__main")) {
            p(.class("resource__title")) {
              if let address = item.address {
                a(.href(address)) { item.title }
              } else {
                item.title
              }
            }
            if !item.support.isEmpty { div(.class("resource__support")) { item.support } }
          }
          if !item.aside.isEmpty { div(.class("resource__aside")) { item.aside } }
        }
      }
    }
  }
}
