/// Whether answers of a route are kept for the next anonymous reader.
public enum CachePolicy: Sendable, Hashable {
  /// The answer follows from the tenant's public data and these query parameters alone.
  ///
  /// `lang` is always one of them. Other parameters are ignored: the handler doesn't see them and
  /// they don't make another entry, so that nobody can flush the cache by inventing some.
  case publicData(query: [String])
}
