import YuiStorage
import YuiTenancy

/// Keeps the words of comments searchable.
///
/// It follows the responses by a moment, so that sending one costs no more than storing it.
enum CommentIndex {
  private static let slice = 500

  static let task = ModuleTask("index-comments", every: 300) { store, _ in
    try ResponseStore.comments.follow(in: store, limit: slice) { id, transaction in
      try transaction.first("SELECT comment FROM reviews_responses WHERE id = \(id)") { row in
        try row.text(0)
      }
    } == slice
  }
}
