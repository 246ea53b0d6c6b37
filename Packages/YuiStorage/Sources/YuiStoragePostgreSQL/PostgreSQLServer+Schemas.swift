package import YuiStorage

/// What the deployment's own login does: schemas and the roles that own them.
extension PostgreSQLServer {
  /// Makes the role of a place, or sets its password, and its schema where there is none.
  ///
  /// A schema that was retired and has its name again is given back to its role. The role owns the
  /// schema and may do nothing else in the database, nor may the public.
  ///
  /// - Throws: ``StoreError/Code/misuse`` where the database or the login does not suit.
  package func provision(_ location: StoreLocation) throws {
    guard case .schema(let schema) = location.kind else { return }
    try managing { session in
      try checkDatabase(session)
      try closeToPublic(session)
      if !schema.role.isEmpty { try makeRole(schema, session) }
      try makeSchema(schema, session)
    }
  }

  /// Whether a schema is there and holds a store.
  package func holdsStore(_ schema: SQLName) throws -> Bool {
    try ManagementSession(ownParameters).value(
      "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'yui_store')",
      [schema.text]) == "t"
  }

  /// Whether a schema belongs to the deployment's own login, as one does that was retired.
  package func isRetired(_ schema: SQLName) throws -> Bool {
    try ManagementSession(ownParameters).value(
      "SELECT pg_get_userbyid(nspowner) = current_user FROM pg_namespace WHERE nspname = $1",
      [schema.text]) == "t"
  }

  /// The greatest number that follows these words in the name of a schema, and is all that follows.
  package func lastNumber(after words: SQLName) throws -> Int64? {
    try ManagementSession(ownParameters).value(
      """
      SELECT max(substr(nspname, length($1) + 1)::bigint) FROM pg_namespace
      WHERE starts_with(nspname, $1) AND substr(nspname, length($1) + 1) ~ '^[0-9]{1,18}$'
      """, [words.text]
    ).flatMap { Int64($0) }
  }

  /// Gives a schema another name, and a remark by which it is known again.
  package func rename(_ schema: SQLName, to name: SQLName, remark: String = "") throws {
    try managing { session in
      try session.command("ALTER SCHEMA %I RENAME TO %I", [schema.text, name.text])
      try session.command("COMMENT ON SCHEMA %I IS %L", [name.text, remark])
    }
  }

  /// Returns the remark that a schema was given; nil where there is none, or no schema.
  package func remark(of schema: SQLName) throws -> String? {
    try ManagementSession(ownParameters).value(
      "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = $1",
      [schema.text])
  }

  /// Gives a schema another name and keeps its role out of it.
  package func retire(_ schema: SQLName, as kept: SQLName) throws {
    try managing { session in
      try session.command("ALTER SCHEMA %I RENAME TO %I", [schema.text, kept.text])
      try session.command("ALTER SCHEMA %I OWNER TO CURRENT_USER", [kept.text])
      // Whomever the role has let in goes with it.
      try session.command("REVOKE ALL ON SCHEMA %I FROM PUBLIC", [kept.text])
      let others = try session.value(
        """
        SELECT string_agg(DISTINCT pg_get_userbyid(grantee), chr(10))
        FROM pg_namespace, aclexplode(nspacl)
        WHERE nspname = $1 AND grantee <> 0 AND grantee <> nspowner
        """, [kept.text])
      for other in (others ?? "").split(separator: "\n") {
        try session.command("REVOKE ALL ON SCHEMA %I FROM %I CASCADE", [kept.text, String(other)])
      }
    }
  }

  /// Deletes a schema with all that is in it, and its role where that owns nothing else.
  package func drop(_ schema: SQLName) throws {
    try managing { session in
      try session.command("DROP SCHEMA IF EXISTS %I CASCADE", [schema.text])
      let role = role(of: schema)
      let isIdle = try session.value(
        """
        SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AND NOT EXISTS (
          SELECT 1 FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
          WHERE rolname = $1 AND deptype = 'o')
        """, [role])
      if isIdle == "t" { try session.command("DROP ROLE %I", [role]) }
    }
  }

  // MARK: Steps

  /// Works as the deployment's own login, in one transaction and one at a time.
  private func managing<Result>(
    _ body: (borrowing ManagementSession) throws -> Result
  ) throws -> Result {
    let session = try ManagementSession(ownParameters)
    _ = try session.value("BEGIN")
    _ = try session.value("SELECT pg_advisory_xact_lock(hashtextextended('yui management', 0))")
    let result = try body(session)
    _ = try session.value("COMMIT")
    return result
  }

  /// Text sorts by code points in every store, so that both engines show the same order.
  private func checkDatabase(_ session: borrowing ManagementSession) throws {
    let order = "B_aéあア亜"
    // Asked by example, since many settings of libc and ICU lead to one order or another.
    guard try session.value("SELECT current_setting('server_encoding')") == "UTF8",
      try session.value(
        """
        SELECT string_agg(word, '' ORDER BY word) FROM unnest(string_to_array($1, NULL)) AS word
        """, [String(order.reversed())]) == order
    else {
      throw misuse(
        "the database does not sort by code points: make it with ENCODING 'UTF8' LOCALE 'C.UTF-8' "
          + "TEMPLATE template0")
    }
    let isManager = try session.value(
      """
      SELECT (rolcreaterole AND pg_has_role(datdba, 'USAGE')) OR rolsuper
      FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()
      """)
    guard isManager == "t" else {
      throw misuse("the login must own the database and have CREATEROLE")
    }
  }

  private func closeToPublic(_ session: borrowing ManagementSession) throws {
    let isOpen = try session.value(
      """
      SELECT has_database_privilege('public', current_database(), 'CONNECT')
        OR has_database_privilege('public', current_database(), 'TEMPORARY')
        OR EXISTS (SELECT 1 FROM pg_namespace
          WHERE nspname = 'public' AND has_schema_privilege('public', oid, 'USAGE'))
      """)
    if isOpen == "t" {
      try session.command("REVOKE ALL ON DATABASE %I FROM PUBLIC", [database])
      try session.command("REVOKE ALL ON SCHEMA public FROM PUBLIC", [])
    }
    // One grant for all of them: thousands in the row of the database would not fit it.
    if try !session.hasRole(tenantsRole) {
      try session.command("CREATE ROLE %I NOLOGIN", [tenantsRole])
      try session.command("GRANT CONNECT ON DATABASE %I TO %I", [database, tenantsRole])
    }
  }

  private func makeRole(_ schema: StoreSchema, _ session: borrowing ManagementSession) throws {
    let verifier = try session.verifier(of: schema.password, for: schema.role)
    if try session.hasRole(schema.role) {
      return try session.command("ALTER ROLE %I LOGIN PASSWORD %L", [schema.role, verifier])
    }
    guard schema.role.utf8.count <= 63 else {
      throw misuse("the names of its roles get too long: give the database a shorter name")
    }
    try session.command(
      """
      CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT NOREPLICATION NOBYPASSRLS
      IN ROLE %I PASSWORD %L
      """, [schema.role, tenantsRole, verifier])
    // Only who belongs to a role may make something its own.
    try session.command("GRANT %I TO CURRENT_USER", [schema.role])
    try session.command(
      "ALTER ROLE %I IN DATABASE %I SET search_path = %I",
      [schema.role, database, schema.name.text])
  }

  private func makeSchema(_ schema: StoreSchema, _ session: borrowing ManagementSession) throws {
    let owner = try session.value(
      "SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = $1", [schema.name.text])
    let own = try session.value("SELECT current_user")
    switch owner {
    case schema.role.isEmpty ? own : schema.role: break
    case own:
      try session.command("ALTER SCHEMA %I OWNER TO %I", [schema.name.text, schema.role])
    case nil where schema.role.isEmpty:
      try session.command("CREATE SCHEMA %I", [schema.name.text])
    case nil:
      try session.command(
        "CREATE SCHEMA %I AUTHORIZATION %I", [schema.name.text, schema.role])
    case let other?:
      throw misuse("the schema \(schema.name) is there already and belongs to \(other)")
    }
  }

  private func misuse(_ message: String) -> StoreError {
    StoreError(.misuse, message, context: address)
  }
}
