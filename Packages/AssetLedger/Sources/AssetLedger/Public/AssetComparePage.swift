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
        table(AssetWording.asked, AssetField.asked)
        for group in AssetField.Group.allCases {
          let fields = AssetField.beside(group).filter { field in
            assets.contains { field.value($0) != .empty }
          }
          if !fields.isEmpty { table(group.name, fields) }
        }
      }
      ButtonRow { LinkButton(AssetWording.toList[language], list) }
    }
  }

  private var list: String {
    var query = AssetQuery()
    query.picks = assets.map(\.id)
    return query.address
  }

  private func table(_ title: LocalizedText, _ fields: [AssetField]) -> HTML {
    DataTable(
      title[language],
      columns: [.init(AssetWording.item[language])]
        + assets.map { .init($0.localizedName[language]) },
      rows: fields.map(row), isDense: true
    ).markup
  }

  private func row(_ field: AssetField) -> [HTML] {
    let differs = Set(assets.map { field.value($0) }).count > 1
    let heading = HTML([
      HTML(field.label, in: language),
      differs
        ? HTML([HTML(" "), ChipLabel(AssetWording.differs[language], color: .orange).markup])
        : HTML(),
    ])
    return [heading]
      + assets.map { AssetValue(asset: $0, field: field, language: language).markup }
  }
}
