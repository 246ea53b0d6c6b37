import YuiStorageTesting

/// The tenant of most journeys.
enum Shinjuku {
  static let key = "131041"
  static let email = "sato@example.lg.jp"
  static let password = "a long enough sentence"

  /// A deployment with this tenant, two services and its administrator.
  ///
  /// - Parameter database: where its database is made; a file unless given.
  static func deployment(store database: TestDatabase? = nil) throws -> Deployment {
    let deployment = try Deployment(store: database)
    try deployment.done("tenant", "create", key)
    try deployment.done(
      "user", "add", email, "--tenant", key, "--role", "administrator", input: password + "\n")
    let services = try deployment.file(
      "services.csv",
      """
      slug,kind,name_ja,name_en,department,status
      residence-certificate,procedure,住民票の写しの交付,Copy of residence record,市民課,open
      general-counter,counter,総合窓口,General counter,市民課,open
      """)
    try deployment.done("import", "review-services", services, "--tenant", key)
    return deployment
  }
}
