public import YuiText

/// Cards that lead on, side by side where there is room.
public struct CardList: Component {
  /// One way on.
  public struct Card: Sendable {
    let title: HTML
    let address: String
    let text: HTML?
    let icon: Icon?
    let content: HTML

    /// Creates a card; the whole of it can be pressed, its name is the link.
    public init(
      _ title: String, _ address: String, text: String? = nil, icon: Icon? = nil,
      @HTMLBuilder content: () -> HTML = { HTML() }
    ) {
      self.title = HTML(title)
      self.address = address
      self.text = text.map { HTML($0) }
      self.icon = icon
      self.content = content()
    }

    /// Creates a card in words that may come in another language than the page, which is then said.
    public init(
      _ title: LocalizedText, in language: Language, _ address: String,
      text: LocalizedText? = nil, icon: Icon? = nil,
      @HTMLBuilder content: () -> HTML = { HTML() }
    ) {
      self.title = HTML(title, in: language)
      self.address = address
      self.text = text.map { HTML($0, in: language) }
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
