/// What can be said of a profile before any phone tries it.
enum ProfileRules {
  /// What was found, the worst first.
  static func findings(of profile: OpenRoamingProfile) -> [Finding] {
    let found =
      ConsortiumRules.findings(of: profile) + NetworkRules.findings(of: profile)
      + RealmRules.findings(of: profile) + NameRules.findings(of: profile)
    return Finding.Severity.allCases.flatMap { severity in
      found.filter { $0.severity == severity }
    }
  }
}
