/// A table as it was found in a database.
package struct StoredTable: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case rows
    /// The texts of a ``TextIndex``: `id` and `folded`, beside what the engine derives from them.
    case texts
    /// The boxes of a ``BoxIndex``: `id`, `west`, `south`, `east` and `north`.
    case boxes
  }

  package let name: SQLName
  package let content: Content
  /// The columns in their order, without what the engine derives.
  package let columns: [SQLName]
  /// The columns of the primary key in its order; all columns where there is none.
  package let key: [SQLName]

  package init(name: SQLName, content: Content, columns: [SQLName], key: [SQLName]) {
    self.name = name
    self.content = content
    self.columns = columns
    self.key = key.isEmpty ? columns : key
  }
}
