import YuiText

/// What sites announce that name no consortia of their own: those of their profiles.
struct ProfileConsortia: Sendable {
  private let rcois: [Slug: [RoamingConsortium]]

  init(_ rcois: [Slug: [RoamingConsortium]]) { self.rcois = rcois }

  /// The site with what it announces, as everybody is told it; one without OpenRoaming announces
  /// nothing of its profile.
  func announced(at site: WiFiSite) -> WiFiSite {
    guard site.openRoaming != .no, let shared = site.profile.flatMap({ rcois[$0] }) else {
      return site
    }
    var announced = site
    announced.rcois = site.rcois(sharing: shared)
    return announced
  }
}

extension WiFiSite {
  /// What it announces with a profile that has these: its own where it has any.
  func rcois(sharing shared: [RoamingConsortium]) -> [RoamingConsortium] {
    rcois.isEmpty ? shared : rcois
  }
}
