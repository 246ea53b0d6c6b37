import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets`: all assets for staff, filtered and page by page.
struct AssetStaffListPage {
  private static let pageSize = 50

  private let context: RequestContext
  private let query: AssetStaffQuery
  private let assets: [Asset]
  private let count: Int
  private let next: AssetID?

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    query = AssetStaffQuery(context.request)
    let after = context.request.query["after"].flatMap { AssetID($0) }
    let found = try AssetStore.page(
      query.filter, after: after, limit: Self.pageSize + 1, in: source)
    assets = Array(found.prefix(Self.pageSize))
    next = found.count > Self.pageSize ? assets.last?.id : nil
    count = try AssetStore.count(of: query.filter, in: source)
  }

  private var language: Language { context.language }

  var response: Response {
    context.page(
      LocalizedText(ja: "公有資産", en: "Public assets"), alert: AssetNotice(context: context).markup
    ) {
      if context.may(AssetPermission.manage) {
        ButtonRow {
          LinkButton(
            context.text(ja: "資産を登録", en: "Add an asset"), "\(AssetStaffPath.assets)/new",
            style: .solid)
        }
      }
      filters
      p(.role("status")) {
        context.text(
          ja: "\(NumberText.grouped(count))件あります。",
          en: count == 1 ? "There is one asset." : "There are \(NumberText.grouped(count)) assets.")
      }
      if !assets.isEmpty { table }
      Pagination(
        context.text(ja: "公有資産", en: "Public assets"), previous: nil,
        next: next.map { context.request.target(setting: "after", to: $0.description) },
        language: language)
    }
  }

  private var filters: HTML {
    form(.method("get"), .action(AssetStaffPath.assets), .class("filters"), .role("search")) {
      FormField(
        "q", label: context.text(ja: "番号、名称、住所など", en: "Id, name, address …"),
        language: language, need: .unmarked, control: .text(query.words))
      choice("class", AssetField.named("class"), AssetClass.allCases, query.assetClass, \.name)
      choice(
        "availability", AssetField.named("availability"), Availability.allCases,
        query.availability, \.name)
      choice("publish", AssetField.named("publish"), PublishLevel.allCases, query.publish, \.name)
      FormField(
        "doubt", label: context.text(ja: "位置", en: "Position"), language: language,
        need: .unmarked,
        control: .checkboxes(
          [
            Choice(
              "yes", LocalizedText(ja: "誤りの可能性があるもの", en: "May be wrong"), in: language)
          ], selected: query.hasDoubt ? ["yes"] : []))
      Button(context.text(ja: "絞り込む", en: "Filter"))
    }
  }

  private func choice<Value: RawRepresentable<String>>(
    _ name: String, _ field: AssetField?, _ values: [Value], _ chosen: Value?,
    _ words: (Value) -> LocalizedText
  ) -> FormField {
    FormField(
      name, label: field?.label[language] ?? name, language: language, need: .unmarked,
      control: .select(
        values.map { Choice($0.rawValue, words($0), in: language) }, selected: chosen?.rawValue,
        unchosen: context.text(ja: "すべて", en: "All")))
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "公有資産", en: "Public assets"),
      columns: ["name", "id", "class", "availability", "publish"].map {
        .init(AssetField.named($0)?.label[language] ?? $0)
      }, rows: assets.map(row), isDense: true)
  }

  private func row(_ asset: Asset) -> [HTML] {
    [
      div {
        a(.href(AssetStaffPath.asset(asset.id))) { HTML(asset.localizedName, in: language) }
        if let address = asset.address {
          p(.class("note"), .lang(language == .ja ? nil : .ja)) { address }
        }
      },
      HTML(asset.id.description), HTML(asset.assetClass.name, in: language),
      ChipLabel(asset.availability.name[language], color: asset.availability.color).markup,
      HTML(asset.publish.name, in: language),
    ]
  }
}
