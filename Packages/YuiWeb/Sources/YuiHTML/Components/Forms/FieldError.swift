/// What is wrong with one field of a form.
public struct FieldError: Sendable, Hashable {
  /// The name of the field.
  public var field: String
  /// What is wrong and how to mend it, as a sentence.
  public var message: String

  /// Creates an error.
  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

extension Sequence<FieldError> {
  /// The first message about a field.
  public func message(for field: String) -> String? {
    first { $0.field == field }?.message
  }
}
