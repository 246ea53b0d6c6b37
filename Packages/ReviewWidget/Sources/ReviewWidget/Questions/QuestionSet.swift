public import YuiText

/// What is asked about a service, and in which words.
///
/// A version that was used never changes: editing makes the next one, so that an answer always
/// leads to the question it was given to.
public struct QuestionSet: Sendable, Hashable {
  /// A version of a set, as a response names what it was asked: `short/2`.
  public struct Version: Sendable, Hashable, LosslessStringConvertible {
    /// The set.
    public let slug: Slug
    /// Its version, counted from 1.
    public let number: Int

    /// Names a version.
    public init(_ slug: Slug, _ number: Int) {
      self.slug = slug
      self.number = number
    }

    /// The first version of the set that a new service asks.
    public static let usual = QuestionSet.short.version

    /// Reads `short/2`.
    public init?(_ description: String) {
      let parts = description.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let slug = Slug(String(parts[0])), let number = Int(parts[1]),
        number > 0
      else { return nil }
      self.init(slug, number)
    }

    /// As `short/2`.
    public var description: String { "\(slug)/\(number)" }
  }

  /// Which version of which set it is.
  public let version: Version
  /// What staff call it.
  public var title: LocalizedText
  /// The questions; those of kinds that are missing are not asked.
  public var questions: [QuestionKind: Question]
  /// The reasons that the form offers.
  public var reasons: [ReasonOption]

  /// Makes a set.
  public init(
    _ version: Version, title: LocalizedText, questions: [QuestionKind: Question],
    reasons: [ReasonOption]
  ) {
    self.version = version
    self.title = title
    self.questions = questions
    self.reasons = reasons
  }

  /// The question of a kind, where the form asks it.
  public func asked(_ kind: QuestionKind) -> Question? {
    guard let question = questions[kind], question.isAsked || kind == .score else { return nil }
    return kind == .reasons && reasons.isEmpty ? nil : question
  }

  /// The questions that the form asks, in their order.
  var askedQuestions: [(kind: QuestionKind, question: Question)] {
    QuestionKind.allCases.compactMap { kind in asked(kind).map { (kind, $0) } }
  }
}
