import YuiHTML
import YuiMaps
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/assets`: what is open for base stations, as a map and as a list.
struct AssetListPage {
  static let route = Route.get(
    "/assets", access: .anyone, cache: .publicData(query: AssetQuery.parameters)
  ) { context, snapshot in
    let query = try AssetQuery(context.request)
    let tiles = try AssetLedger().settings(in: snapshot).tiles
    return AssetListPage(
      context: context, view: try AssetView(query, in: snapshot), tiles: tiles
    ).response.showingImages(of: [tiles?.origin].compactMap { $0 })
  }

  let context: RequestContext
  let view: AssetView
  let tiles: MapTiles?

  private var language: Language { context.language }
  private var query: AssetQuery { view.query }

  private var response: Response {
    context.page(AssetWording.title, lead: AssetWording.lead) {
      AssetSearchForm(
        query: query, municipalities: view.municipalities, language: language)
      if !view.picks.isEmpty { AssetPicks(view: view, language: language) }
      if view.assets.isEmpty {
        p { (query.isNarrowed ? AssetWording.none : AssetWording.noneYet)[language] }
      } else {
        if let map = view.map {
          AssetMap(view: view, map: map, tiles: tiles, language: language)
        }
        h2(.id("list")) {
          "\(AssetWording.assets[language]) \(AssetWording.count(view.count)[language])"
        }
        ResourceList(view.assets.map(item))
        Pagination(
          AssetWording.assets[language], previous: nil, next: view.next.map(address),
          language: language)
      }
      ButtonRow {
        LinkButton(DashboardPage.title[language], DashboardPage.path)
        LinkButton(LedgerWording.title[language], LedgerPage.path)
        LinkButton(AssetWording.openData[language], "/open-data/")
      }
    }
  }

  private func address(after id: AssetID) -> String { query.changed { $0.after = id }.address }

  private func item(_ asset: Asset) -> ResourceList.Item {
    ResourceList.Item(
      asset.localizedName, in: language, asset.id.address, aside: pick(asset)
    ) {
      AssetLabels(asset: asset, language: language)
      if let address = asset.address { p(.lang(language == .ja ? nil : .ja)) { address } }
      let known = ["height_m", "area_m2", "street_distance_m"].compactMap(AssetField.named)
        .compactMap { field in
          AssetValue(asset: asset, field: field, language: language).words.map {
            "\(field.label[language]) \($0[language])"
          }
        }
      if !known.isEmpty { p { known.joined(separator: " / ") } }
    }
  }

  /// A link that adds the asset to what is compared, or takes it out.
  private func pick(_ asset: Asset) -> HTML {
    let isPicked = query.picks.contains(asset.id)
    guard isPicked || query.picks.count < AssetQuery.mostPicks else { return HTML() }
    var changed = query
    if isPicked {
      changed.picks.removeAll { $0 == asset.id }
    } else {
      changed.picks.append(asset.id)
    }
    return a(.href("\(changed.address)#list"), .rel("nofollow")) {
      (isPicked ? AssetWording.unpick : AssetWording.pick)[language]
      span(.class("visually-hidden")) { " (\(asset.localizedName[language]))" }
    }
  }
}

/// What class an asset is of and whether it is open, in a few words.
struct AssetLabels: Component {
  let asset: Asset
  let language: Language

  @HTMLBuilder var markup: HTML {
    ChipLabel(asset.assetClass.name[language])
    HTML(" ")
    ChipLabel(asset.availability.name[language], color: asset.availability.color)
  }
}

/// What was picked for comparison.
struct AssetPicks: Component {
  let view: AssetView
  let language: Language

  var markup: HTML {
    section(.class("panel"), .aria("labelledby", "picks")) {
      h2(.id("picks")) { AssetWording.picked[language] }
      ul(.class("cluster")) {
        for asset in view.picks { li { HTML(asset.localizedName, in: language) } }
      }
      ButtonRow {
        LinkButton(AssetWording.compare[language], view.query.comparison)
      }
    }
  }
}
