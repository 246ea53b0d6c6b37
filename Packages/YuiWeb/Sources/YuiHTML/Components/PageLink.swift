public import YuiText

/// A link in a menu, a trail or a footer.
public struct PageLink: Sendable, Hashable {
  /// What the link says.
  public var label: LocalizedText
  /// Where the link leads.
  public var address: String
  /// Whether the link leads to the page it stands on, or to the part of the site that holds it.
  public var isCurrent: Bool

  /// Creates a link.
  public init(_ label: LocalizedText, _ address: String, isCurrent: Bool = false) {
    self.label = label
    self.address = address
    self.isCurrent = isCurrent
  }
}

/// A link to the same page in another language, or in this one.
public struct LanguageLink: Sendable, Hashable {
  /// The language of the linked page.
  public var language: Language
  /// Where the link leads.
  public var address: String

  /// Creates a link.
  public init(_ language: Language, _ address: String) {
    self.language = language
    self.address = address
  }
}

/// A relation of the page that only programs see: a feed, the data behind the page.
public struct HeadLink: Sendable, Hashable {
  /// The relation: `alternate`, `canonical`, `describedby`.
  public var relation: String
  /// Where the resource is.
  public var address: String
  /// The media type of the resource.
  public var mediaType: String?
  /// The name of the resource.
  public var title: String?

  /// Creates a relation.
  public init(
    _ relation: String, _ address: String, mediaType: String? = nil, title: String? = nil
  ) {
    self.relation = relation
    self.address = address
    self.mediaType = mediaType
    self.title = title
  }
}
