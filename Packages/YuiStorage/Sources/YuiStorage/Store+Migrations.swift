import YuiText

extension Store {
  /// Brings the database to the state that the code expects.
  ///
  /// Each step runs in a transaction of its own together with the note that it was applied, so that
  /// what a crash interrupts goes on where it stopped, and two processes may do it at once.
  ///
  /// - Parameters:
  ///   - sets: The components in the order of their dependencies.
  ///   - otherComponents: Components this code knows and does not migrate now, such as modules
  ///     that are switched off.
  /// - Throws: ``StoreError/Code/newerVersion`` before anything is changed if the database holds
  ///   steps or components that this code does not know.
  public func migrate(_ sets: [MigrationSet], otherComponents: Set<String> = []) throws {
    try checkNumbers(sets)
    let applied = try refuseNewer(sets, otherComponents: otherComponents)
    for set in sets {
      for migration in set.migrations where !applied.contains(migration, of: set.component) {
        try apply(migration, of: set.component)
      }
    }
  }

  /// Returns the applied steps, and the pending ones of `sets`, by component and number.
  public func migrationStates(_ sets: [MigrationSet] = []) throws -> [MigrationState] {
    let applied = try read { snapshot in
      try snapshot.all(
        "SELECT component, number, name, applied_at FROM yui_migrations"
      ) { row in
        MigrationState(
          component: try row.text(0), number: try row.int(1), name: try row.text(2),
          appliedAt: try row.timestamp(3))
      }
    }
    let pending = sets.flatMap { set in
      set.migrations.filter { !applied.contains($0, of: set.component) }.map {
        MigrationState(component: set.component, number: $0.number, name: $0.name, appliedAt: nil)
      }
    }
    return (applied + pending).sorted {
      ($0.component, $0.number) < ($1.component, $1.number)
    }
  }

  private func apply(_ migration: Migration, of component: String) throws {
    let now = host.options.clock.now()
    try write { transaction in
      // Asked inside of the transaction: another process may have applied it meanwhile.
      let applied = try transaction.first(
        """
        SELECT name FROM yui_migrations
        WHERE component = \(component) AND number = \(migration.number)
        """
      ) { try $0.text(0) }
      guard applied == nil else { return }
      try migration.body(transaction)
      try transaction.execute(
        """
        INSERT INTO yui_migrations (component, number, name, applied_at)
        VALUES (\(component), \(migration.number), \(migration.name), \(now))
        """)
    }
  }

  private func checkNumbers(_ sets: [MigrationSet]) throws {
    for set in sets where set.migrations.map(\.number) != Array(1..<(set.migrations.count + 1)) {
      throw StoreError(
        .misuse, "the migrations of \(set.component) are not numbered from 1 without a gap")
    }
  }

  /// Throws ``StoreError/Code/newerVersion`` where the database holds what this code does not know;
  /// returns the steps that were applied.
  @discardableResult
  package func refuseNewer(
    _ sets: [MigrationSet], otherComponents: Set<String> = []
  ) throws -> [MigrationState] {
    let remedy =
      "install the version that wrote it, or a newer one, or restore the backup made before it ran"
    let states = try migrationStates()
    for state in states where !otherComponents.contains(state.component) {
      guard let set = sets.first(where: { $0.component == state.component }) else {
        throw StoreError(
          .newerVersion,
          "the database holds data of \(state.component), which this version does not know: "
            + remedy, context: name)
      }
      guard let migration = set.migrations.first(where: { $0.number == state.number }) else {
        throw StoreError(
          .newerVersion,
          "the database holds \(state.component) at migration \(state.number), "
            + "this version knows it up to \(set.migrations.count): \(remedy)", context: name)
      }
      guard migration.name == state.name else {
        throw StoreError(
          .newerVersion,
          "migration \(state.number) of \(state.component) was “\(state.name)” when it was "
            + "applied, and is “\(migration.name)” in this version: \(remedy)", context: name)
      }
    }
    return states
  }
}

extension [MigrationState] {
  func contains(_ migration: Migration, of component: String) -> Bool {
    contains { $0.component == component && $0.number == migration.number }
  }
}
