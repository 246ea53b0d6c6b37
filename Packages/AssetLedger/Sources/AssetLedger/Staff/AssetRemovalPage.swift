import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Asks whether an asset shall go, before it does.
struct AssetRemovalPage {
  let asset: Asset
  let context: RequestContext

  var response: Response {
    context.page(
      LocalizedText(ja: "資産の削除", en: "Remove an asset"), shoulder: [asset.localizedName],
      breadcrumbs: AssetStaffPath.trail(to: asset), width: .reading
    ) {
      p {
        context.text(
          ja: """
            この資産は一覧、地図、公開データから消えます。登録していた内容と削除したことは、公開台帳の記録に残ります。使えなくなっただけのときは、削除せずに「利用の状況」を変えてください。
            """,
          en: """
            The asset leaves lists, maps and open data. What it said, and that it was removed, stays in the ledger. If it is only not available any more, change its availability instead.
            """)
      }
      form(.method("post")) {
        context.antiForgeryField
        ButtonRow {
          Button(context.text(ja: "削除する", en: "Remove"), style: .solid)
          LinkButton(
            context.text(ja: "やめる", en: "Keep it"), AssetStaffPath.asset(asset.id))
        }
      }
    }
  }
}
