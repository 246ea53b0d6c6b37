/// A figure or text of a service's results that staff may publish or keep to themselves.
public enum PublishedField: String, Sendable, CaseIterable {
  case distribution, mean
  case topTwo = "top-two"
  case nps, trend, goal, ease, clarity, reasons, channels, endings, keywords, comments, improvements

  /// What is public unless somebody decided otherwise: all but keywords, which quote what people
  /// wrote before a person has read it, and channels and endings, which speak of the office and not
  /// of the service.
  public static let usual = Set(allCases).subtracting([.keywords, .channels, .endings])

  /// The fields of a list of names, as it is stored; names of other versions are passed over.
  static func set(in text: String) -> Set<PublishedField> {
    Set(text.split(separator: " ").compactMap { PublishedField(rawValue: String($0)) })
  }

  /// The names of fields, in a fixed order.
  static func text(of fields: Set<PublishedField>) -> String {
    allCases.filter(fields.contains).map(\.rawValue).joined(separator: " ")
  }
}
