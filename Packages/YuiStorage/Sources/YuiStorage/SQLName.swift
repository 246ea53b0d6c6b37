/// A name that can stand in a statement as it is: lower case letters, digits and underscores.
package struct SQLName: Sendable, Hashable, CustomStringConvertible {
  package let text: String

  /// Takes a name, or returns `nil` if it holds anything else or more than PostgreSQL's 63 bytes.
  package init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    guard isPlain, (1...63).contains(text.utf8.count) else { return nil }
    self.text = text
  }

  /// Takes a name that the program fixes.
  package init(_ name: StaticString) {
    text = name.description
  }

  /// The name with an ending, for what belongs to a table.
  package func appending(_ ending: StaticString) -> SQLName {
    SQLName(unchecked: text + ending.description)
  }

  private init(unchecked text: String) {
    self.text = text
  }

  package var description: String { text }
}
