import YuiText

/// Finds the rows of a table by any part of a text, in Japanese as in English.
///
/// Texts are folded (width, case, kana) and cut into single characters and pairs; the index over
/// these narrows, the folded text decides, so that 保育 finds 保育園 and nothing else. Indexing costs
/// more than the write itself, so it follows behind: a write only notes the row, and a task indexes
/// what was noted. A row that is noted is not found until then, rather than found by its old text.
///
/// ```swift
/// let comments = TextIndex("review_comments")
/// Migration(2, "search") { try comments.create(in: $0) }
/// try comments.enqueue(id, in: transaction)                    // in the write
/// try comments.follow(in: store, limit: 200) { id, snapshot in  // in the task
///   try snapshot.first("SELECT comment FROM responses WHERE id = \(id)") { try $0.text(0) }
/// }
/// "SELECT id FROM responses WHERE \(comments.match(words, id: "id")) ORDER BY id LIMIT 50"
/// ```
public struct TextIndex: Sendable {
  private let name: StaticString

  /// Names an index; its tables begin with this name.
  public init(_ name: StaticString) {
    self.name = name
  }

  var table: SQL { SQL(stringLiteral: name) }

  /// Creates its tables, in a migration.
  public func create(in transaction: Transaction) throws {
    try transaction.execute(
      "CREATE TABLE \(table)_queue (id TEXT PRIMARY KEY, mark BIGINT NOT NULL)")
    try transaction.guarded(table) { try transaction.connection.createTextIndex(name) }
  }

  /// Notes that a row is new, has changed or is gone, to be indexed by the next ``follow``.
  public func enqueue(_ id: String, in transaction: Transaction) throws {
    let mark = Int64.random(in: .min ... .max)
    try transaction.execute(
      """
      INSERT INTO \(table)_queue (id, mark) VALUES (\(id), \(mark))
      ON CONFLICT (id) DO UPDATE SET mark = excluded.mark
      """)
  }

  /// Notes many rows as they are new, have changed or are gone.
  public func enqueue(_ ids: [String], in transaction: Transaction) throws {
    let mark = Int64.random(in: .min ... .max)
    try transaction.execute(rows: ids.map { "(\($0), \(mark))" }) { rows in
      """
      INSERT INTO \(table)_queue (id, mark) VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET mark = excluded.mark
      """
    }
  }

  /// Erases what is known of a row at once, for a text that must not stay behind.
  public func remove(_ id: String, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM \(table)_queue WHERE id = \(id)")
    try index(nil, of: id, in: transaction)
  }

  func index(_ text: IndexedText?, of id: String, in transaction: Transaction) throws {
    try transaction.guarded(table) {
      try transaction.connection.setText(text, of: id, in: SQLName(name))
    }
  }

  /// Returns how many rows wait to be indexed.
  public func lag(_ reader: some Queryable) throws -> Int {
    try reader.first("SELECT COUNT(*) FROM \(table)_queue") { try $0.int(0) } ?? 0
  }

  /// Returns a condition that holds for the rows whose text contains every word of `words`.
  ///
  /// Words are separated by white space. Without a word it holds for all rows.
  ///
  /// - Parameters:
  ///   - words: What a person typed.
  ///   - id: The column of the table that holds the id, such as `"responses.id"`.
  public func match(_ words: String, id: SQL) -> SQL {
    let folded = TextFolding.fold(words)
    guard !folded.isEmpty else { return "1 = 1" }
    return SQL([.textMatch(TextMatch(index: name, id: id, folded: folded))])
  }

  /// Returns the same condition, asked of one row after the other.
  ///
  /// For a walk along another index that holds few rows or stops early, where words that most rows
  /// hold would make ``match(_:id:)`` gather too much first; ``count(_:atMost:in:)`` tells.
  public func matchEach(_ words: String, id: SQL) -> SQL {
    let folded = TextFolding.fold(words)
    guard !folded.isEmpty else { return "1 = 1" }
    return SQL([.textMatch(TextMatch(index: name, id: id, folded: folded, form: .each))])
  }

  /// Returns how many rows may hold these words, without a look at their texts.
  ///
  /// No more than `limit` are counted. Some may turn out not to hold them; no others do.
  public func count(
    _ words: String, atMost limit: Int, in source: some Queryable
  ) throws -> Int {
    let folded = TextFolding.fold(words)
    guard !folded.isEmpty else { return limit }
    let entries = SQL([
      .textMatch(TextMatch(index: name, id: "", folded: folded, form: .entries(limit)))
    ])
    return try source.first("SELECT COUNT(*) FROM \(entries) AS entries") { try $0.int(0) } ?? 0
  }
}

/// A folded text with its tokens, as it is stored.
package struct IndexedText: Sendable {
  package let folded: String
  package let tokens: [String]

  init(_ text: String) {
    self.init(folded: TextFolding.fold(text))
  }

  /// Cuts a text that was folded before.
  package init(folded: String) {
    self.folded = folded
    tokens = TextFolding.searchTokens(folded)
  }
}

/// A condition on a text index, rendered by each engine.
package struct TextMatch: Sendable {
  package enum Form: Sendable {
    /// A condition that finds the rows by the index.
    case index
    /// A condition on the text of one row.
    case each
    /// A subquery of so many entries of the index, before their texts are looked at.
    case entries(Int)
  }

  package let index: StaticString
  package let id: SQL
  package let words: [String]
  /// What the index is asked for: single characters only where a word has no pair.
  package let tokens: [String]
  package let form: Form

  init(index: StaticString, id: SQL, folded: String, form: Form = .index) {
    self.index = index
    self.form = form
    self.id = id
    words = folded.split(separator: " ").map(String.init)
    tokens = words.flatMap { word in
      let tokens = TextFolding.searchTokens(word)
      let pairs = tokens.filter { $0.unicodeScalars.count > 1 }
      return pairs.isEmpty ? tokens : pairs
    }
  }
}
