public import YuiHTML
public import YuiStorage
public import YuiText
public import YuiWeb

/// What a module hands in, so that people can work on its cases: the rest of the pages is here.
public protocol CaseDesk: Sendable {
  /// What the cases are.
  var definition: CaseDefinition { get }
  /// The name of the inbox.
  var title: LocalizedText { get }
  /// What a topic is: "Service".
  var topicName: LocalizedText { get }
  /// What a rank is: "Score".
  var rankName: LocalizedText { get }
  /// Every rank with its name, in the order of the filter; empty where cases have none.
  var ranks: [(rank: Int, name: LocalizedText)] { get }

  /// Whether a case may have a reply that the public reads; yes unless said otherwise.
  var repliesPublicly: Bool { get }

  /// The topics with their names, for the filter.
  func topics(_ context: RequestContext, in source: some Queryable) throws -> [Choice]

  /// How the subjects of some cases look, by their ids; one that is gone is left out.
  func subjects(
    _ ids: [String], _ context: RequestContext, in source: some Queryable
  ) throws -> [String: CaseSubject]
}

/// How what a case is about looks.
public struct CaseSubject: Sendable {
  /// What it says, in its own words; empty where it has none.
  public let text: String
  /// The language it is written in, where that is known.
  public let language: Language?
  /// What else is told in a list: labels and a few words.
  public let facts: HTML
  /// Everything there is, on the page of the case.
  public let details: HTML

  /// Describes a subject.
  public init(text: String, language: Language? = nil, facts: HTML, details: HTML) {
    self.text = text
    self.language = language
    self.facts = facts
    self.details = details
  }
}

extension CaseDesk {
  /// A reply that the public reads, once a person has released it.
  public var repliesPublicly: Bool { true }

  /// The inbox, the pages of the cases, and what is done on them.
  public var routes: [Route] {
    InboxPage.routes(self) + CasePage.routes(self) + CaseActions.routes(self)
      + SavedFilterActions.routes(self)
  }

  /// The store of the cases.
  var store: CaseStore { CaseStore(definition) }
}
