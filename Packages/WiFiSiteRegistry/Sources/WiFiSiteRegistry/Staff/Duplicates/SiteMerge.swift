import YuiText

/// Two sites that are the same: one is kept and takes over what the other has more, the other is
/// retired.
struct SiteMerge: Sendable {
  /// The one that is kept, as it was.
  let kept: WiFiSite
  /// The other, as it was.
  let dropped: WiFiSite
  /// The one that is kept, with what it takes over.
  let merged: WiFiSite
  /// The other, retired.
  let retired: WiFiSite
  /// The access points that the kept one takes over.
  let points: [AccessPoint]

  init(
    keeping kept: WiFiSite, _ points: [AccessPoint], dropping other: WiFiSite,
    _ others: [AccessPoint]
  ) {
    (self.kept, dropped) = (kept, other)
    merged = kept.completed(by: other)
    var retired = other
    retired.status = .retired
    self.retired = retired
    let known = Set(points.map(\.code))
    self.points = Array(
      others.filter { !known.contains($0.code) }.prefix(max(0, AccessPoint.most - points.count)))
  }

  /// The fields that the kept one takes over.
  var fields: [SiteChange.Field] { SiteChange.fields(from: kept, to: merged) }

  /// Changes with both, so that nobody merges what they did not see.
  var stamp: String { Stamp([kept.stamp, dropped.stamp].sorted()).description }
}

extension WiFiSite {
  /// Every text of a site of which there is one.
  private static let texts: [any WritableKeyPath<WiFiSite, String> & Sendable] =
    SiteLimits.lines.map(\.path) + [\.note]

  /// This site, with what another has where this one has nothing.
  func completed(by other: WiFiSite) -> WiFiSite {
    var site = self
    for text in Self.texts where site[keyPath: text].isEmpty {
      site[keyPath: text] = other[keyPath: text]
    }
    if site.facilityClass == .other { site.facilityClass = other.facilityClass }
    if site.place == nil { (site.place, site.doubt) = (other.place, other.doubt) }
    let names = other.ssids.filter { !site.ssids.contains($0) }
    site.ssids += names.prefix(max(0, SiteLimits.mostSSIDs - site.ssids.count))
    site.backhaul = site.backhaul ?? other.backhaul
    site.batteryHours = site.batteryHours ?? other.batteryHours
    if site.openRoaming == .no || (site.openRoaming == .planned && other.openRoaming == .yes) {
      site.openRoaming = other.openRoaming
      site.openRoamingSince = other.openRoamingSince
    }
    if site.rcois.isEmpty { site.rcois = other.rcois }
    site.profile = site.profile ?? other.profile
    site.installedOn = site.installedOn ?? other.installedOn
    // Who looked last looked at both.
    site.verifiedOn = [site.verifiedOn, other.verifiedOn].compactMap { $0 }.max()
    let columns = Set(site.extras.map(\.name))
    site.extras += other.extras.filter { !columns.contains($0.name) }
    return site
  }
}
