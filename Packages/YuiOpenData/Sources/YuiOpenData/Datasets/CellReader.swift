public import YuiText

/// A way to read a cell: what is accepted, and what it becomes.
///
/// ```swift
/// static let kind = CellReader<Kind>.choice()  // made once: it holds a table
/// let score = try row.required("score", .integer(in: 1...5))
/// ```
public struct CellReader<Value>: Sendable {
  /// What a cell was read as.
  public struct Reading {
    /// The value.
    public let value: Value
    /// The form the value should have in a file; another form counts as repaired.
    public let text: String

    /// Creates a reading.
    @inlinable
    public init(_ value: Value, text: String) {
      self.value = value
      self.text = text
    }
  }

  private let expected: @Sendable () -> LocalizedText

  /// Whether white space around the cell is dropped before it is read.
  @usableFromInline let trims: Bool

  @usableFromInline let read: @Sendable (String) -> Reading?

  /// Creates a reader.
  ///
  /// `expectation` is a sentence that tells what to enter; it is made only for a problem. `read` is
  /// given a cell that is not empty and returns `nil` for one that it refuses.
  public init(
    expectation: @autoclosure @escaping @Sendable () -> LocalizedText, trims: Bool = true,
    read: @escaping @Sendable (String) -> Reading?
  ) {
    expected = expectation
    self.trims = trims
    self.read = read
  }

  /// Reads a text that is not empty; `nil` where it is refused.
  public func reading(of text: String) -> Reading? { read(text) }

  /// Whether a text is accepted as it is or repaired, for forms that ask for the same as files.
  public func accepts(_ text: String) -> Bool { read(text) != nil }

  /// What is accepted, as a sentence that tells how to mend a cell.
  public var expectation: LocalizedText { expected() }

  /// Accepts, of what this reader accepts, only values that hold a condition.
  public func accepting(
    _ expectation: @autoclosure @escaping @Sendable () -> LocalizedText,
    where isAccepted: @escaping @Sendable (Value) -> Bool
  ) -> CellReader {
    CellReader(expectation: expectation(), trims: trims) { [read] text in
      read(text).flatMap { isAccepted($0.value) ? $0 : nil }
    }
  }
}

extension CellReader where Value: LosslessStringConvertible & Sendable {
  /// Accepts what `Value` itself reads; folding (width, case) is tried and counts as a repair.
  @inlinable  // for each type of value: files are long
  public static func parsed(
    expectation: @autoclosure @escaping @Sendable () -> LocalizedText
  ) -> CellReader {
    CellReader(expectation: expectation()) { text in
      (Value(text) ?? Value(TextFolding.fold(text))).map { Reading($0, text: $0.description) }
    }
  }
}
