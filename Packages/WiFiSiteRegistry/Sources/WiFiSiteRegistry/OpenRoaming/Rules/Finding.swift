import YuiText

/// Something that keeps a profile from working, or from working well, and how to mend it.
struct Finding: Sendable, Hashable {
  /// How much it matters; the worst first.
  enum Severity: Int, CaseIterable, Comparable, Sendable {
    /// Phones don't join, or join what they should not.
    case problem
    /// Some phones don't join, or not everywhere.
    case warning
    /// It could be better.
    case hint

    static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    var name: LocalizedText {
      switch self {
      case .problem: LocalizedText(ja: "問題", en: "Problem")
      case .warning: LocalizedText(ja: "注意", en: "Warning")
      case .hint: LocalizedText(ja: "助言", en: "Hint")
      }
    }
  }

  let rule: Rule
  let severity: Severity
  /// What was found.
  let title: LocalizedText
  /// What to do about it.
  let remedy: LocalizedText

  init(
    _ rule: Rule, _ severity: Severity, _ title: LocalizedText, remedy: LocalizedText
  ) {
    (self.rule, self.severity, self.title, self.remedy) = (rule, severity, title, remedy)
  }

  /// How a file tells it, a line in each language.
  var lines: [String] {
    [
      "【\(severity.name[.ja])】\(title[.ja])\(remedy[.ja])",
      "\(severity.name[.en]): \(title[.en]) \(remedy[.en])",
    ]
  }
}

/// What is looked at.
enum Rule: String, CaseIterable, Sendable {
  case consortiaMissing = "consortia-missing"
  case everyoneMissing = "everyone-missing"
  case legacyOnly = "legacy-only"
  case beaconsFull = "beacons-full"
  case everyoneNotInBeacons = "everyone-not-in-beacons"
  case settledWithoutContract = "settled-without-contract"
  case eduroamConsortium = "eduroam-consortium"
  case eduroamName = "eduroam-name"
  case notEnterprise = "not-enterprise"
  case notPasspoint = "not-passpoint"
  case noInternet = "no-internet"
  case furtherStep = "further-step"
  case notPublic = "not-public"
  case noAddresses = "no-addresses"
  case realmWithoutMethod = "realm-without-method"
  case methodWithoutInner = "method-without-inner"
  case unusedMethod = "unused-method"
  case noRealms = "no-realms"
  case simWithoutCells = "sim-without-cells"
  case cellWithoutRealm = "cell-without-realm"
  case realmWithoutCell = "realm-without-cell"
  case noDomain = "no-domain"
  case domainsTooLong = "domains-too-long"
  case noWBAID = "no-wbaid"
  case suspectWBAID = "suspect-wbaid"
  case noOperatorName = "no-operator-name"
  case venueNameJapanese = "venue-name-japanese"
  case venueNameEnglish = "venue-name-english"
  case noVenueType = "no-venue-type"
  case noServerNames = "no-server-names"
  case exampleNetwork = "example-network"
  case loopbackServer = "loopback-server"
}
