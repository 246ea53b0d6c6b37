import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/assets/items/{id}`: one asset, with what operators ask first.
struct AssetPage {
  static let route = Route.get(
    "/assets/items/{id}", access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    let settings = try AssetLedger().settings(in: snapshot)
    let asset = try context.publicAsset(in: snapshot)
    return AssetPage(
      context: context, asset: asset, neighbours: try neighbours(of: asset, in: snapshot),
      settings: settings, entries: try AssetLog.positions(of: asset.id, limit: 10, in: snapshot)
    ).response.showingImages(of: [settings.tiles?.origin].compactMap { $0 })
  }

  let context: RequestContext
  let asset: Asset
  let neighbours: [Asset]
  let settings: AssetSettings
  /// Where the ledger tells of it, the newest first.
  let entries: [Int64]

  /// The assets that a map of this one shows beside it.
  private static func neighbours(of asset: Asset, in source: some Queryable) throws -> [Asset] {
    guard let box = asset.place.box.flatMap({ MapView(around: $0).box }) else { return [] }
    var filter = AssetFilter.public
    filter.box = box
    return try AssetStore.page(filter, limit: 100, in: source).filter { $0.id != asset.id }
  }

  private var language: Language { context.language }

  private var response: Response {
    context.page(asset.localizedName, breadcrumbs: [PageLink(AssetWording.title, "/assets")]) {
      p { AssetLabels(asset: asset, language: language) }
      p { "\(AssetWording.id[language]) \(asset.id)" }
      h2 { AssetWording.asked[language] }
      AssetFacts(asset: asset, fields: AssetField.asked, language: language)
      contact
      map
      for group in AssetField.Group.allCases { facts(group) }
      record
      ButtonRow {
        LinkButton(AssetWording.pick[language], picking)
        if let mesh = asset.mesh?.within(.third) {
          LinkButton(AssetWording.neighbours[language], near(mesh))
        }
      }
    }
  }

  @HTMLBuilder private var contact: HTML {
    let whom = asset.contact ?? settings.desk
    if !whom.isEmpty {
      h2 { AssetWording.contact[language] }
      p(.lang(language == .ja ? nil : .ja)) { whom }
    }
  }

  @HTMLBuilder private var map: HTML {
    if let box = asset.place.box {
      MapFigure(
        AssetWording.place[language], view: MapView(around: box),
        points: [MapPoint(asset.place, .here, label: asset.localizedName[language])]
          + neighbours.map { $0.point(language) },
        signs: [.init(.here, AssetWording.thisPlace[language])]
          + AssetMap.signs(of: neighbours, language),
        tiles: settings.tiles, language: language)
      if asset.doubt != nil { p(.class("note")) { AssetWording.doubtful[language] } }
    }
  }

  /// What is known under a heading; nothing where nobody knows anything.
  @HTMLBuilder private func facts(_ group: AssetField.Group) -> HTML {
    let known = AssetField.beside(group).filter { field in
      field.belongs(to: asset.assetClass) && field.value(asset) != .empty
    }
    if !known.isEmpty {
      h2 { HTML(group.name, in: language) }
      AssetFacts(asset: asset, fields: known, language: language)
      if group == .terms, let article = asset.legalBasis.article {
        p(.class("note")) { HTML(article, in: language) }
      }
    }
  }

  @HTMLBuilder private var record: HTML {
    if !entries.isEmpty {
      h2 { LedgerWording.title[language] }
      ul(.class("cluster")) {
        for entry in entries {
          li { a(.href("\(LedgerPage.path)/\(entry)")) { LedgerWording.entry(entry)[language] } }
        }
      }
    }
  }

  private var picking: String {
    var query = AssetQuery()
    query.picks = [asset.id]
    return query.address
  }

  private func near(_ mesh: MeshCode) -> String {
    var query = AssetQuery()
    query.mesh = mesh
    return query.address
  }
}
