import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets/items/{id}`: one asset, all that is known of it, and what became of it.
struct AssetStaffPage {
  private static let mostChanges = 30

  private let context: RequestContext
  private let asset: Asset
  private let history: [AssetHistory.Entry]

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    asset = try context.staffAsset(in: source)
    history = try AssetHistory.of(asset.id, limit: Self.mostChanges, in: source)
  }

  private var language: Language { context.language }
  private var mayManage: Bool { context.may(AssetPermission.manage) }
  private var path: String { AssetStaffPath.asset(asset.id) }

  var response: Response {
    context.page(
      asset.localizedName, breadcrumbs: [AssetStaffPath.trail],
      alert: AssetNotice(context: context).markup
    ) {
      p { AssetLabels(asset: asset, language: language) }
      if mayManage { tools }
      if let doubt = asset.doubt { self.doubt(doubt) }
      for group in AssetField.Group.allCases { facts(group) }
      if let box = asset.place.box {
        MapFigure(
          AssetWording.place[language], view: MapView(around: box),
          points: [MapPoint(asset.place, .here, label: asset.localizedName[language])],
          language: language)
      }
      changes
    }
  }

  private var tools: ButtonRow {
    ButtonRow {
      LinkButton(context.text(ja: "編集", en: "Edit"), "\(path)/edit", style: .solid)
      if asset.publish == .public {
        LinkButton(context.text(ja: "公開ページ", en: "Public page"), asset.id.address)
      }
      LinkButton(context.text(ja: "削除", en: "Remove"), "\(path)/remove")
    }
  }

  private func doubt(_ doubt: PositionDoubt) -> NotificationBanner {
    NotificationBanner(
      .warning, context.text(ja: "位置を確かめてください", en: "Check the position"),
      language: language
    ) {
      p { doubt.name[language] }
      if mayManage {
        form(.method("post"), .action("\(path)/position")) {
          context.antiForgeryField
          Button(context.text(ja: "この位置で正しい", en: "It is right"))
        }
      }
    }
  }

  @HTMLBuilder private func facts(_ group: AssetField.Group) -> HTML {
    let known = AssetField.all.filter { field in
      field.group == group && field.belongs(to: asset.assetClass) && field.value(asset) != .empty
    }
    if !known.isEmpty {
      h2 { HTML(group.name, in: language) }
      AssetFacts(asset: asset, fields: known, language: language)
    }
  }

  @HTMLBuilder private var changes: HTML {
    h2 { context.text(ja: "経緯", en: "History") }
    ol(.class("history")) {
      for entry in history {
        li {
          p { entry.change.kind.name[language] }
          if entry.change.kind == .changed {
            ul {
              for field in entry.change.fields { li { words(for: field) } }
            }
          }
          p(.class("note")) {
            "\(entry.occasion.who) \(entry.occasion.source.name[language]) "
            entry.occasion.at.text(language)
          }
        }
      }
    }
  }

  private func words(for change: AssetChange.Field) -> String {
    let none = context.text(ja: "（なし）", en: "(nothing)")
    let name = AssetField.named(change.name)?.label[language] ?? change.name
    let (before, after) = (change.before, change.after)
    return "\(name): \(before.isEmpty ? none : before) → \(after.isEmpty ? none : after)"
  }
}

extension RequestContext {
  /// The asset that the path's `{id}` names, whoever may know of it.
  ///
  /// - Throws: a 404 where there is none.
  func staffAsset(in source: some Queryable) throws -> Asset {
    guard let id = AssetID(try request.parameter("id")),
      let asset = try AssetStore.asset(id, in: source)
    else { throw HTTPProblem.notFound }
    return asset
  }
}
