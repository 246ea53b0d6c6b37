import YuiText

/// What a file for phones needs of a profile.
struct DeviceTemplate {
  let profile: OpenRoamingProfile
  /// The realm of the users it is for.
  let realm: String
  /// The domain name of who hands it out.
  let domain: DomainName

  init(_ profile: OpenRoamingProfile) throws(ValueProblem) {
    guard let realm = profile.passwordRealm else {
      throw ValueProblem(
        ja: "EAP-TTLSのNAIレルムがありません。利用者のIDを発行するIdPのレルムを加えてください。例）0,example.org,\(EAPMethod.usual)",
        en: "There is no NAI realm with EAP-TTLS: add the realm of the identity provider, such as "
          + "0,example.org,\(EAPMethod.usual).")
    }
    guard let domain = profile.domains.first else {
      throw ValueProblem(ja: "ドメイン名を加えてください。", en: "Add a domain name.")
    }
    (self.profile, self.realm, self.domain) = (profile, realm, domain)
  }

  /// Who the network is from, as a phone shows it.
  var operatorName: String {
    let names = profile.operatorNames
    return names.first { $0.language == NamedText.japanese }?.text ?? names.first?.text
      ?? profile.name[.ja]
  }

  /// The consortia whose members its users are: those of OpenRoaming, in which phones take
  /// identifiers of 3 and 5 octets.
  var consortia: [String] {
    profile.rcois.filter(\.isOpenRoaming).map(\.description)
  }

  /// The name by which the file is known, unlike any other: `profile.openroaming.domain`.
  var identity: String { "\(profile.slug).openroaming.\(domain)" }
}
