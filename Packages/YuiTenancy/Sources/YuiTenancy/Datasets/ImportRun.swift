public import YuiOpenData
public import YuiStorage
public import YuiText
internal import YuiTransparencyLog

/// What became of a record.
public enum ImportOutcome: Sendable {
  case created, updated, unchanged
}

/// How many records became what.
public struct ImportCounts: Sendable, Hashable {
  /// The number of records that were new.
  public private(set) var created = 0
  /// The number of records that changed.
  public private(set) var updated = 0
  /// The number of records that stayed as they were.
  public private(set) var unchanged = 0

  /// Counts nothing yet.
  public init() {}

  init(created: Int, updated: Int, unchanged: Int) {
    (self.created, self.updated, self.unchanged) = (created, updated, unchanged)
  }

  /// Counts one record, or several of which the same became.
  public mutating func count(_ outcome: ImportOutcome, _ records: Int = 1) {
    switch outcome {
    case .created: created += records
    case .updated: updated += records
    case .unchanged: unchanged += records
    }
  }

  static func += (left: inout Self, right: Self) {
    left.count(.created, right.created)
    left.count(.updated, right.updated)
    left.count(.unchanged, right.unchanged)
  }
}

/// One import as its rows see it.
public struct ImportRun {
  /// When it happens.
  public let now: Timestamp
  /// What is found; rows may add notes.
  public var report: ImportReport
  private var occurrences: [Fingerprint: Int32] = [:]
  private var lines: [Fingerprint: Int32] = [:]
  @usableFromInline var known: [String: any Sendable] = [:]
  private var gathered: [ObjectIdentifier: any Sendable] = [:]

  init(now: Timestamp) {
    self.now = now
    report = ImportReport()
  }

  /// Notes which record a row is about; the line of an earlier row about the same one, where two
  /// rows of a file contradict each other.
  public mutating func earlierLine(about record: some Hashable, line: Int) -> Int? {
    let fingerprint = Fingerprint(of: record)
    if let earlier = lines[fingerprint] { return Int(earlier) }
    lines[fingerprint] = Int32(clamping: line)
    return nil
  }

  /// What many rows name and few differ in, looked up once: `find` is asked until it finds.
  @inlinable  // for each type of value: files are long
  public mutating func known<Value: Sendable>(
    _ name: String, _ find: () throws -> Value?
  ) rethrows -> Value? {
    if let value = known[name] as? Value { return value }
    let value = try find()
    if known.count < Self.mostKnown { known[name] = value }
    return value
  }

  /// Changes what the rows gather for the end of the import, such as counts; one value of a type.
  public mutating func gathering<Value: Sendable, Result>(
    _ empty: Value, _ change: (inout Value) throws -> Result
  ) rethrows -> Result {
    let key = ObjectIdentifier(Value.self)
    var value = gathered.removeValue(forKey: key) as? Value ?? empty
    defer { gathered[key] = value }
    return try change(&value)
  }

  @usableFromInline static var mostKnown: Int { 10_000 }

  /// An id that follows from what a row says.
  ///
  /// Importing the same file again finds the same records. Equal rows of one file are told apart by
  /// their order.
  ///
  /// - Parameter time: the time in the id; nil for a record without one.
  public mutating func identity(of text: String, at time: Timestamp?) -> UUIDv7 {
    let digest = SHA256.hash(Array(text.utf8))
    let fingerprint = Fingerprint(of: digest)
    let occurrence = occurrences[fingerprint, default: 0]
    occurrences[fingerprint] = occurrence + 1
    let own = occurrence == 0 ? digest : SHA256.hash(digest.bytes + Array("\(occurrence)".utf8))
    return UUIDv7(at: time ?? Timestamp(milliseconds: 0), filledFrom: own.bytes)
  }
}

/// Tells values of a run apart in 16 bytes each, however long they are.
private struct Fingerprint: Hashable {
  private let first: Int
  private let second: Int

  init(of value: some Hashable) {
    var (first, second) = (Hasher(), Hasher())
    first.combine(value)
    // The same key, so that what is hashed has to differ.
    second.combine(1)
    second.combine(value)
    (self.first, self.second) = (first.finalize(), second.finalize())
  }
}
