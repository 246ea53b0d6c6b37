/// Cards that lead on, side by side where there is room.
public struct CardList: Component {
  /// One way on.
  public struct Card: Sendable {
    let title: String
    let address: String
    let text: String?
    let icon: Icon?
    let content: HTML

    /// Creates a card; the whole of it can be pressed, its name is the link.
    public init(
      _ title: String, _ address: String, text: String? = nil, icon: Icon? = nil,
      @HTMLBuilder content: () -> HTML = { HTML() }
    ) {
      self.title = title
      self.address = address
      self.text = text
      self.icon = icon
      self.content = content()
    }
  }

  private let cards: [Card]

  /// Creates a list.
  public init(_ cards: [Card]) {
    self.cards = cards
  }

  /// The list.
  public var markup: HTML {
    ul(.class("cards")) {
      for card in cards {
        li(.class("card")) {
          if let icon = card.icon { span(.class("card__icon")) { icon.markup } }
          h2(.class("card__title")) { a(.href(card.address)) { card.title } }
          if let text = card.text { p { text } }
          if !card.content.isEmpty { div(.class("card__content")) { card.content } }
        }
      }
    }
  }
}
