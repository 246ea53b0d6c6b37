import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/assets/compare?id=…&id=…`: up to ten assets side by side, with a mark where they differ.
struct AssetComparePage {
  static let route = Route.get(
    "/assets/compare", access: .anyone
  ) { context, snapshot in
    let ids = try AssetQuery.compared(context.request)
    return AssetComparePage(
      context: context, ids: ids, assets: try AssetStore.publicAssets(ids, in: snapshot)
    ).response
  }

  let context: RequestContext
  let ids: [AssetID]
  let assets: [Asset]

  private var language: Language { context.language }

  private var response: Response {
    context.page(AssetWording.compare, breadcrumbs: [PageLink(AssetWording.title, "/assets")]) {
      let gone = ids.filter { id in !assets.contains { $0.id == id } }
      if !gone.isEmpty {
        p(.class("note")) {
          AssetWording.gone(gone.map(\.description).joined(separator: ", "))[language]
        }
      }
      if assets.isEmpty {
        p { AssetWording.nothingToCompare[language] }
      } else {
        DataTable(
          AssetWording.compare[language],
          columns: [.init(AssetWording.item[language])]
            + assets.map { .init($0.localizedName[language]) },
          rows: [pages] + fields.map(row), isDense: true)
      }
      ButtonRow { LinkButton(AssetWording.toList[language], list) }
    }
  }

  private var list: String {
    var query = AssetQuery()
    query.picks = assets.map(\.id)
    return query.address
  }

  /// What operators ask, then everything that one of them tells.
  private var fields: [AssetField] {
    AssetField.asked
      + AssetField.Group.allCases.flatMap(AssetField.beside).filter { field in
        assets.contains { field.value($0) != .empty }
      }
  }

  /// Where each has its page.
  private var pages: [HTML] {
    [HTML(AssetWording.id[language])]
      + assets.map { asset in a(.href(asset.id.address)) { asset.id.description } }
  }

  private func row(_ field: AssetField) -> [HTML] {
    let having = assets.filter { field.belongs(to: $0.assetClass) }
    let differs = Set(having.map { field.value($0) }).count > 1
    let heading = HTML([
      HTML(field.label, in: language),
      differs
        ? HTML([HTML(" "), ChipLabel(AssetWording.differs[language], color: .orange).markup])
        : HTML(),
    ])
    return [heading]
      + assets.map { asset in
        field.belongs(to: asset.assetClass)
          ? AssetValue(asset: asset, field: field, language: language).markup : HTML("–")
      }
  }
}
