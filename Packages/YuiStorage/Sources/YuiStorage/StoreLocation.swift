/// Where a store's database lies.
public struct StoreLocation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file(String)
  }

  package let kind: Kind

  /// Returns the place of a database in a file of its own.
  public static func file(_ path: String) -> StoreLocation {
    StoreLocation(kind: .file(path))
  }
}
