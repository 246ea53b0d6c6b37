/// The storage engines, for tests to run on each of them as a case of its own.
///
/// ```swift
/// @Test("A note is kept", arguments: Engine.allCases)
/// func kept(engine: Engine) throws {
///   let stores = try TestStores(engine)
///   let store = try stores.make(migrating: [notes])
/// ```
public enum Engine: String, CaseIterable, Codable, Sendable {
  /// A file for each store.
  case sqlite
  /// A schema for each store, on the server that `$YUI_TEST_POSTGRES` names.
  case postgresql
}
