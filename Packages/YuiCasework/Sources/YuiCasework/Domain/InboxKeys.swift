/// The keys that mean the same in every inbox; moves bring their own.
enum InboxKeys {
  /// Next, previous, tick, open, assign to me, tag, write a note, back to the list, search, help.
  static let taken: Set<Character> = ["j", "k", "x", "o", "m", "t", "n", "u", "/", "?"]
}
