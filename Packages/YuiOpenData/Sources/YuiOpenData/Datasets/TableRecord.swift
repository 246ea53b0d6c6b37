/// One row of a table in a file.
public struct TableRecord: Sendable {
  /// The line, or the row of a sheet, on which the row begins, counted from 1.
  public let line: Int

  /// The first thing wrong inside a field, where the row as such could be read.
  public internal(set) var problem: RowProblem?

  /// Whether texts may carry a formula guard, as in CSV: what is typed needs none.
  private let isGuarded: Bool
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(line: Int, isGuarded: Bool) {
    self.line = line
    self.isGuarded = isGuarded
    // What most rows need, at once instead of by doubling.
    bytes.reserveCapacity(256)
    ends.reserveCapacity(16)
  }

  /// The number of fields.
  public var count: Int { ends.count }

  /// The text of field `index`, counted from 0; a formula guard is removed.
  public subscript(_ index: Int) -> String {
    let field = field(index)
    return String(decoding: isGuarded ? FormulaGuard.removed(from: field) : field, as: UTF8.self)
  }

  /// Whether no field holds anything but spaces.
  public var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") } }

  func isEmpty(_ index: Int) -> Bool { field(index).isEmpty }

  mutating func append(_ part: some Collection<UInt8>) {
    bytes.append(contentsOf: part)
  }

  mutating func endField() {
    ends.append(bytes.count)
  }

  /// The length of the field that has not ended yet.
  var openLength: Int { bytes.count - (ends.last ?? 0) }

  private func field(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
