extension Route {
  /// A GET answered from a snapshot.
  public static func get(
    _ path: String, access: Access, cache: CachePolicy? = nil, read: @escaping Read
  ) -> Route {
    Route(.get, path, access: access, cache: cache, handler: .read(read))
  }

  /// A GET answered from a snapshot after the look is recorded.
  public static func get(
    _ path: String, access: Access, auditedRead: @escaping AuditedRead
  ) -> Route {
    Route(.get, path, access: access, handler: .auditedRead(auditedRead))
  }

  /// A GET that takes its time.
  public static func get(_ path: String, access: Access, slow: @escaping Slow) -> Route {
    Route(.get, path, access: access, handler: .slow(slow))
  }

  /// A POST that changes the store.
  public static func post(
    _ path: String, access: Access, bodyLimit: Int = BodyLimit.form, write: @escaping Write
  ) -> Route {
    Route(.post, path, access: access, bodyLimit: bodyLimit, handler: .write(write))
  }

  /// A POST that takes its time.
  public static func post(
    _ path: String, access: Access, bodyLimit: Int = BodyLimit.form, slow: @escaping Slow
  ) -> Route {
    Route(.post, path, access: access, bodyLimit: bodyLimit, handler: .slow(slow))
  }

  /// A PUT that changes the store.
  public static func put(
    _ path: String, access: Access, bodyLimit: Int = BodyLimit.form, write: @escaping Write
  ) -> Route {
    Route(.put, path, access: access, bodyLimit: bodyLimit, handler: .write(write))
  }

  /// A PUT that takes its time.
  public static func put(
    _ path: String, access: Access, bodyLimit: Int = BodyLimit.form, slow: @escaping Slow
  ) -> Route {
    Route(.put, path, access: access, bodyLimit: bodyLimit, handler: .slow(slow))
  }

  /// A PATCH that changes the store.
  public static func patch(
    _ path: String, access: Access, bodyLimit: Int = BodyLimit.form, write: @escaping Write
  ) -> Route {
    Route(.patch, path, access: access, bodyLimit: bodyLimit, handler: .write(write))
  }

  /// A DELETE that changes the store.
  public static func delete(_ path: String, access: Access, write: @escaping Write) -> Route {
    Route(.delete, path, access: access, bodyLimit: BodyLimit.form, handler: .write(write))
  }
}
