import YuiText

/// A configuration profile for iPhone and Mac (`com.apple.wifi.managed`), without a user's name and
/// password: the device asks for them.
enum AppleProfile {
  static func text(of profile: OpenRoamingProfile) throws(ValueProblem) -> String {
    let template = try DeviceTemplate(profile)
    let identifier = "\(template.domain.reversed).openroaming.\(profile.slug)"
    return PropertyList.dictionary([
      ("PayloadType", .text("Configuration")),
      ("PayloadVersion", .integer(1)),
      ("PayloadIdentifier", .text(identifier)),
      ("PayloadUUID", .text("\(NamedUUID(domain: template.identity))")),
      ("PayloadDisplayName", .text("OpenRoaming (\(template.operatorName))")),
      ("PayloadOrganization", .text(template.operatorName)),
      ("PayloadRemovalDisallowed", .bool(false)),
      ("PayloadContent", .list([network(template, identifier: identifier)])),
    ]).document(notes: ProfileRules.findings(of: profile).flatMap(\.lines))
  }

  /// Pure Passpoint: the network is found by consortium and realm, so it has no SSID.
  private static func network(_ template: DeviceTemplate, identifier: String) -> PropertyList {
    .dictionary([
      ("PayloadType", .text("com.apple.wifi.managed")),
      ("PayloadVersion", .integer(1)),
      ("PayloadIdentifier", .text("\(identifier).wifi")),
      ("PayloadUUID", .text("\(NamedUUID(domain: "wifi.\(template.identity)"))")),
      ("PayloadDisplayName", .text("Wi-Fi (\(template.operatorName))")),
      ("AutoJoin", .bool(true)),
      ("IsHotspot", .bool(true)),
      ("HIDDEN_NETWORK", .bool(false)),
      ("ProxyType", .text("None")),
      // It joins WPA3 too.
      ("EncryptionType", .text("WPA2")),
      ("ServiceProviderRoamingEnabled", .bool(true)),
      ("DisplayedOperatorName", .text(template.operatorName)),
      ("DomainName", .text(template.domain.description)),
      ("RoamingConsortiumOIs", .texts(template.consortia)),
      ("NAIRealmNames", .texts([template.realm])),
      ("EAPClientConfiguration", signIn(template)),
    ])
  }

  private static func signIn(_ template: DeviceTemplate) -> PropertyList {
    let names = template.profile.serverNames.map(\.description)
    return .dictionary(
      [
        ("AcceptEAPTypes", .list([.integer(Int(EAPMethod.usual.type))])),
        ("TTLSInnerAuthentication", .text("MSCHAPv2")),
        ("OuterIdentity", .text("anonymous@\(template.realm)")),
        ("TLSMinimumVersion", .text("1.2")),
      ] + (names.isEmpty ? [] : [("TLSTrustedServerNames", .texts(names))]))
  }
}
