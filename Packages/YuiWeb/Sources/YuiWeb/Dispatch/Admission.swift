/// What a request may do once its head is known.
package enum Admission: Sendable {
  /// It goes on, with its content if it comes with any.
  case admitted(Call, ExpectedContent?)
  /// It has its answer already.
  case answered(Call, Response)
  /// It waits, its content unread, until it is known who sends it. Starts to find out, which calls
  /// back once, from any thread.
  case later(Call, @Sendable (@escaping @Sendable (Admission) -> Void) -> Void)
}

/// Content that is to come with a request.
package struct ExpectedContent: Sendable {
  /// How long it may be, in bytes.
  let limit: Int
  /// How long it was announced to be, if it was.
  let length: Int?

  /// The memory that it may take.
  var room: Int { min(length ?? limit, limit) }
}
