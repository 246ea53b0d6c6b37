import YuiHTML
import YuiMaps
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/wifi`: where there is Wi-Fi, as a map and as a list.
struct SiteListPage {
  static let route = Route.get(
    "/wifi", access: .anyone, cache: .publicData(query: SiteQuery.parameters)
  ) { context, snapshot in
    let query = try SiteQuery(context.request)
    let tiles = try WiFiSiteRegistry().settings(in: snapshot).tiles
    return SiteListPage(
      context: context, view: try SiteView(query, in: snapshot), tiles: tiles
    ).response
      .header("Permissions-Policy", LocateButton.policy)
      .showingImages(of: [tiles?.origin].compactMap { $0 })
  }

  let context: RequestContext
  let view: SiteView
  let tiles: MapTiles?

  private var language: Language { context.language }
  private var query: SiteQuery { view.query }

  private var response: Response {
    context.page(WiFiWording.title, lead: WiFiWording.lead) {
      SiteSearchForm(query: query, language: language)
      if view.sites.isEmpty {
        p { (query.isNarrowed ? WiFiWording.none : WiFiWording.noneYet)[language] }
      } else {
        if let map = view.map { SiteMap(view: view, map: map, tiles: tiles, language: language) }
        h2(.id("list")) {
          let count =
            query.near == nil ? WiFiWording.count(view.count) : WiFiWording.nearest(view.count)
          "\(WiFiWording.sites[language]) " + count[language]
        }
        ResourceList(view.sites.map(item))
        Pagination(
          WiFiWording.sites[language], previous: nil, next: view.next.map(address),
          language: language)
        ways
      }
    }
  }

  private func address(after id: UUIDv7) -> String {
    var query = query
    query.after = id
    return query.address
  }

  private func item(_ site: WiFiSite) -> ResourceList.Item {
    let distance = view.distances[site.id].map { WiFiWording.distance($0)[language] }
    return ResourceList.Item(
      site.localizedName, in: language, "/wifi/sites/\(site.id)", aside: HTML(distance ?? "")
    ) {
      SiteLabels(site: site, language: language)
      if !site.fullAddress.isEmpty { p(.lang(language == .ja ? nil : .ja)) { site.fullAddress } }
      if !site.ssids.isEmpty { p { "SSID: " + site.ssids.joined(separator: ", ") } }
    }
  }

  private var ways: HTML {
    ButtonRow {
      LinkButton(WiFiWording.print[language], query.address(of: "/wifi/print"))
      LinkButton(WiFiWording.openData[language], "/open-data/")
    }.markup
  }
}

/// What narrows the list down.
struct SiteSearchForm: Component {
  let query: SiteQuery
  let language: Language

  var markup: HTML {
    HTML([
      form(.method("get"), .action("/wifi"), .class("filters"), .role("search")) {
        FormField(
          "q", label: WiFiWording.words[language], language: language, need: .unmarked,
          control: .text(query.words))
        FormField(
          "class", label: WiFiWording.facilityClass[language], language: language,
          need: .unmarked,
          control: .select(
            FacilityClass.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: query.facilityClass?.rawValue, unchosen: WiFiWording.all[language]))
        FormField(
          "openroaming", label: WiFiWording.network[language], language: language,
          need: .unmarked,
          control: .checkboxes(
            [Choice("yes", WiFiWording.onlyOpenRoaming[language])],
            selected: query.isOpenRoaming ? ["yes"] : []))
        Button(WiFiWording.search[language], style: .solid)
        if query.isNarrowed {
          LinkButton(WiFiWording.reset[language], "/wifi", style: .text)
        }
      },
      LocateButton(
        WiFiWording.nearMe[language], privacy: WiFiWording.nearMePrivacy[language],
        failure: WiFiWording.notLocated[language]
      ).markup,
    ])
  }
}

/// What kind of Wi-Fi it is and whether it works, in a few words.
struct SiteLabels: Component {
  let site: WiFiSite
  let language: Language

  @HTMLBuilder var markup: HTML {
    ChipLabel(site.facilityClass.name[language])
    if site.openRoaming == .yes {
      HTML(" ")
      ChipLabel(site.openRoaming.name[language], color: .blue, isFilled: true)
    }
    if site.status != .working {
      HTML(" ")
      ChipLabel(site.status.name[language], color: site.status.color)
    }
  }
}

extension SiteStatus {
  /// The colour that supports its name.
  var color: ChipLabel.Color {
    switch self {
    case .working: .green
    case .partly: .yellow
    case .out: .red
    case .planned, .retired: .gray
    }
  }
}

extension WiFiSite {
  /// The address with the building, as it is written.
  var fullAddress: String {
    [address, building].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
