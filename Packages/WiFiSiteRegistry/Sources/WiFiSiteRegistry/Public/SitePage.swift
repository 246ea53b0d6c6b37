import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/wifi/sites/{id}`: one place, and how to connect there.
struct SitePage {
  static let route = Route.get(
    "/wifi/sites/{id}", access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    if let address = try context.addressOfSurvivor(in: snapshot) { return .moved(to: address) }
    let tiles = try WiFiSiteRegistry().settings(in: snapshot).tiles
    let site = try context.publicSite(in: snapshot)
    return SitePage(
      context: context, site: site,
      rcois: site.openRoaming == .no
        ? [] : try ProfileStore.consortia(in: snapshot).announced(at: site).rcois,
      neighbours: try neighbours(of: site, in: snapshot),
      tiles: tiles,
      replies: try ReportReplies(
        about: site.id, at: context.now, context.language, in: snapshot)
    ).response.showingImages(of: [tiles?.origin].compactMap { $0 })
  }

  let context: RequestContext
  let site: WiFiSite
  /// What it announces to phones; empty where it speaks no OpenRoaming.
  let rcois: [RoamingConsortium]
  let neighbours: [WiFiSite]
  let tiles: MapTiles?
  let replies: ReportReplies

  /// The sites that a map of this one shows beside it.
  private static func neighbours(
    of site: WiFiSite, in source: some Queryable
  ) throws -> [WiFiSite] {
    guard let box = site.place?.box.flatMap({ MapView(around: $0).box }) else { return [] }
    var filter = SiteFilter.shown
    filter.box = box
    return try SiteStore.page(filter, limit: 100, in: source).filter { $0.id != site.id }
  }

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      site.localizedName, breadcrumbs: [PageLink(WiFiWording.title, "/wifi")]
    ) {
      p { SiteLabels(site: site, language: language) }
      replies
      DescriptionList(facts)
      connection
      if let place = site.place, let box = place.box {
        MapFigure(
          WiFiWording.place[language], view: MapView(around: box),
          points: [MapPoint(place, .here, label: site.localizedName[language])]
            + neighbours.compactMap { $0.point(language) },
          signs: [.init(.here, WiFiWording.thisPlace[language])]
            + SiteMap.signs(of: neighbours, language),
          tiles: tiles, language: language)
        if site.doubt != nil { p(.class("note")) { WiFiWording.doubtful[language] } }
      }
      ButtonRow {
        if site.status != .planned {
          LinkButton(WiFiWording.report[language], "/wifi/sites/\(site.id)/report")
        }
        if let place = site.place {
          LinkButton(WiFiWording.neighbours[language], "/wifi?near=\(place)")
        }
      }
    }
  }

  private var facts: [DescriptionList.Item] {
    let texts: [(LocalizedText, String)] = [
      (WiFiWording.address, site.fullAddress), (WiFiWording.coverage, site.coverage),
      (WiFiWording.openingHours, site.hours),
      (.init(everywhere: "SSID"), site.ssids.joined(separator: ", ")),
      (SiteField.rcois.name, rcois.map(\.description).joined(separator: ", ")),
      (WiFiWording.battery, site.batteryHours.map { WiFiWording.hours($0)[language] } ?? ""),
      (WiFiWording.installer, site.installer), (WiFiWording.provider, site.provider),
      (WiFiWording.phone, phone), (WiFiWording.note, site.note),
      (WiFiWording.verifiedOn, site.verifiedOn?.text(language) ?? ""),
    ]
    var items = [
      DescriptionList.Item(WiFiWording.status[language], site.status.name[language])
    ]
    items += texts.filter { !$0.1.isEmpty }.map { DescriptionList.Item($0.0[language], $0.1) }
    if !site.url.isEmpty {
      items.append(
        DescriptionList.Item(WiFiWording.more[language]) { a(.href(site.url)) { site.url } })
    }
    return items
  }

  private var phone: String {
    site.phoneExtension.isEmpty || site.phone.isEmpty
      ? site.phone : "\(site.phone) (\(site.phoneExtension))"
  }

  @HTMLBuilder private var connection: HTML {
    if site.openRoaming == .yes {
      h2 { WiFiWording.howTo[language] }
      p { WiFiWording.howToOpenRoaming[language] }
    }
  }
}

extension RequestContext {
  /// Where the site is that lives on for the one which the address names, if people may see it.
  fileprivate func addressOfSurvivor(in source: some Queryable) throws -> LocalTarget? {
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let survivor = try MergedSites.survivor(of: id, in: source),
      try SiteStore.site(survivor, in: source)?.status.isPublic == true
    else { return nil }
    let query = request.query
    return query.items.isEmpty ? "/wifi/sites/\(survivor)" : "/wifi/sites/\(survivor)?\(query)"
  }

  /// The site that the address names, if people may see it.
  func publicSite(in source: some Queryable) throws -> WiFiSite {
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let site = try SiteStore.site(id, in: source), site.status.isPublic else {
      throw HTTPProblem.notFound
    }
    return site
  }
}
