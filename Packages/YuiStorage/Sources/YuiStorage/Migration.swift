/// One numbered step of a component's tables.
///
/// What a release has shipped is never changed: a mistake is mended by the next number.
public struct Migration: Sendable {
  /// The number, counting from 1 within its component.
  public let number: Int
  /// A short description, kept in the database.
  public let name: String
  let body: @Sendable (Transaction) throws -> Void

  /// Creates a step of statements, run in order in one transaction.
  public init(_ number: Int, _ name: String, _ statements: [SQL]) {
    self.init(number, name) { transaction in
      for statement in statements { try transaction.execute(statement) }
    }
  }

  /// Creates a step of code, run in one transaction, such as for an index.
  public init(
    _ number: Int, _ name: String, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) {
    (self.number, self.name, self.body) = (number, name, body)
  }
}

/// The steps of one component, such as a module.
public struct MigrationSet: Sendable {
  /// The component's identifier, kept in the database.
  public let component: String
  /// The steps in order, numbered from 1 without a gap.
  public let migrations: [Migration]

  /// Creates a set.
  public init(_ component: String, _ migrations: [Migration]) {
    (self.component, self.migrations) = (component, migrations)
  }

  /// The steps among those that were applied somewhere: what brings another database to that state.
  package func limited(to applied: [MigrationState]) -> MigrationSet {
    MigrationSet(component, migrations.filter { applied.contains($0, of: component) })
  }
}
