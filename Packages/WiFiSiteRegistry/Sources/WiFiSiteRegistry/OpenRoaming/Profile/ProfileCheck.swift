import YuiText

/// Reads the fields of a draft one by one, and gathers what is wrong with each.
struct ProfileCheck {
  typealias Field = ProfileDraft.Field

  let draft: ProfileDraft
  private(set) var problems: [Field: LocalizedText] = [:]

  init(draft: ProfileDraft) { self.draft = draft }

  // MARK: Single values

  mutating func one<Value: CheckedText>(_ field: Field, as type: Value.Type) -> Value? {
    do {
      return try Value(checking: draft[field])
    } catch {
      problems[field] = error.message
      return nil
    }
  }

  mutating func optional<Value: CheckedText>(_ field: Field, as type: Value.Type) -> Value? {
    draft[field].isEmpty ? nil : one(field, as: type)
  }

  mutating func choice<Value>(_ field: Field, _ read: (String) -> Value?) -> Value? {
    let value = read(draft[field])
    if value == nil { problems[field] = Self.notChosen }
    return value
  }

  mutating func number<Value>(_ field: Field, _ read: (UInt8) -> Value?) -> Value? {
    choice(field) { UInt8($0).flatMap(read) }
  }

  mutating func name() -> LocalizedText {
    for field in [Field.nameJa, .nameEn] {
      let text = draft[field]
      // By code points, as in files: a character may carry any number of combining marks.
      if text.unicodeScalars.count > 100 || !text.isPlainLine { problems[field] = Self.longName }
    }
    if draft[.nameJa].isEmpty { problems[.nameJa] = Self.noName }
    return LocalizedText(ja: draft[.nameJa], en: draft[.nameEn])
  }

  mutating func venue() -> VenueType? {
    if draft[.venue] == ProfileDraft.otherVenue { return one(.otherVenue, as: VenueType.self) }
    return choice(.venue) { text in
      VenueType.known.map(\.venue).first { $0.description == text }
    }
  }

  mutating func venueURL() {
    let text = draft[.venueURL]
    guard !text.isEmpty else { return }
    let isAddress =
      (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 252
      && !text.hasSuffix("://") && text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    if !isAddress { problems[.venueURL] = Self.badURL }
  }

  mutating func anqpDomain() -> Int? {
    let text = draft[.anqpDomain]
    guard !text.isEmpty else { return nil }
    guard text.isDigits, let number = Int(text), 0...65_535 ~= number else {
      problems[.anqpDomain] = Self.badANQPDomain
      return nil
    }
    return number
  }

  /// What protects the network: Passpoint takes WPA2- and WPA3-Enterprise, and no network mixes
  /// kinds.
  mutating func security() -> Set<WiFiSecurity> {
    let lines = draft.lines(of: .security)
    let security = Set(lines.compactMap(WiFiSecurity.init(rawValue:)))
    let kinds = Set(security.map(\.kind))
    if security.isEmpty || security.count < lines.count || kinds.count > 1 {
      problems[.security] = Self.mixedSecurity
    } else if draft[.passpoint] == ProfileDraft.yes, !security.allSatisfy(\.isEnterprise) {
      problems[.security] = Self.passpointNeedsEnterprise
    }
    return security
  }

  mutating func backend() -> RadiusBackend? {
    guard let frontEnd = choice(.frontEnd, RadiusBackend.FrontEnd.init),
      let server = one(.server, as: IPAddress.self),
      let accessPoints = accessPoints(),
      let authorities = one(.authorities, as: FilePath.self),
      let certificate = one(.certificate, as: FilePath.self),
      let key = one(.key, as: FilePath.self), let lookup = one(.lookup, as: FilePath.self)
    else { return nil }
    return RadiusBackend(
      frontEnd: frontEnd, server: server, accessPoints: accessPoints, authorities: authorities,
      certificate: certificate, key: key, lookup: lookup)
  }

  private mutating func accessPoints() -> [IPNetwork]? {
    let networks = list(.accessPoints, as: IPNetwork.self)
    // Says what is wrong where nothing was entered.
    guard problems[.accessPoints] == nil, networks.isEmpty else { return networks }
    return one(.accessPoints, as: IPNetwork.self).map { [$0] }
  }

  // MARK: Lists

  /// The values of a list, each on its line; a problem names the line and what stands there.
  mutating func list<Value: CheckedText>(_ field: Field, as type: Value.Type) -> [Value] {
    let lines = draft.lines(of: field)
    guard lines.count <= OpenRoamingProfile.mostValues else {
      problems[field] = Self.tooMany
      return []
    }
    var values: [Value] = []
    for (index, line) in lines.enumerated() {
      do {
        let value = try Value(checking: line)
        guard !values.contains(value) else {
          throw ValueProblem(ja: "同じ値が2回あります。", en: "The same value is there twice.")
        }
        values.append(value)
      } catch let error as ValueProblem {
        problems[field] = Self.problem(error, line: index + 1, line)
        break
      } catch {
        problems[field] = Self.problem(
          ValueProblem(ja: "読み取れません。", en: "It cannot be read."), line: index + 1, line)
      }
    }
    return values
  }

  /// Names, one in each language.
  mutating func names(_ field: Field) -> [NamedText] {
    let names = list(field, as: NamedText.self)
    if problems[field] == nil, Set(names.map(\.language)).count < names.count {
      problems[field] = Self.languageTwice
    }
    return names
  }

  /// Realms, none of them twice.
  mutating func realms() -> [NAIRealm] {
    let realms = list(.realms, as: NAIRealm.self)
    let names = realms.flatMap(\.names)
    if problems[.realms] == nil, Set(names).count < names.count {
      problems[.realms] = Self.realmTwice
    }
    return realms
  }
}

extension WiFiSecurity {
  /// What a network has one of; versions of it go together.
  fileprivate var kind: Int {
    switch self {
    case .open, .enhancedOpen: 0
    case .wpa2Personal, .wpa3Personal: 1
    case .wpa2Enterprise, .wpa3Enterprise: 2
    }
  }
}
