/// Facts about one thing: terms, each with its description.
public struct DescriptionList: Component {
  /// A term with its description.
  public struct Item: Sendable {
    let term: String
    let description: HTML

    /// Creates a fact told by text.
    public init(_ term: String, _ description: String) {
      self.term = term
      self.description = HTML(description)
    }

    /// Creates a fact told by markup.
    public init(_ term: String, @HTMLBuilder description: () -> HTML) {
      self.term = term
      self.description = description()
    }
  }

  private let items: [Item]

  /// Creates a list.
  public init(_ items: [Item]) {
    self.items = items
  }

  /// The list.
  public var markup: HTML {
    dl(.class("facts")) {
      for item in items {
        div {
          dt { item.term }
          dd { item.description }
        }
      }
    }
  }
}
