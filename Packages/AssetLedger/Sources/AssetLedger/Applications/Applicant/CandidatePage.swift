import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The assets that a carrier may know of and apply for, to be ticked.
struct CandidatePage {
  private static let pageSize = 50

  let context: RequestContext
  let assets: [Asset]
  let hasMore: Bool
  let words: String

  init(_ context: RequestContext, in source: some Queryable) throws {
    let carrier = try context.carrier(in: source)
    let words = String((context.request.query["q"] ?? "").trimmingWhitespace.prefix(100))
    let after = context.request.query["after"].flatMap { AssetID($0) }
    let filter = AssetFilter(
      words: words, publish: carrier.level.publish, availabilities: [.open, .negotiating])
    let found = try AssetStore.page(
      filter, after: after, limit: Self.pageSize + 1, in: source)
    self.context = context
    self.words = words
    assets = Array(found.prefix(Self.pageSize))
    hasMore = found.count > Self.pageSize
  }

  private static let path = "\(ApplicantPages.path)/candidates"

  var response: Response {
    context.page(
      LocalizedText(ja: "申請する資産を選ぶ", en: "Choose assets"),
      breadcrumbs: [PageLink(ApplicantPages.title, ApplicantPages.path)]
    ) {
      form(.method("get"), .action(Self.path), .class("form")) {
        FormField(
          "q", label: context.text(ja: "番号、名称、住所", en: "Id, name or address"),
          language: context.language, need: .unmarked, control: .text(words))
        Button(context.text(ja: "絞り込む", en: "Filter"), size: .medium)
      }
      if assets.isEmpty {
        p { context.text(ja: "申請できる資産は見つかりません。", en: "No asset matches.") }
      } else {
        form(.method("get"), .action("\(ApplicantPages.path)/new"), .class("form")) {
          FormField(
            "asset", label: context.text(ja: "申請する資産", en: "Assets"),
            language: context.language, need: .unmarked,
            control: .checkboxes(
              assets.map { asset in
                let facts = [
                  asset.id.description, asset.localizedName[context.language],
                  asset.assetClass.name[context.language], asset.address ?? "",
                ]
                return Choice(
                  asset.id.description,
                  facts.filter { !$0.isEmpty }.joined(separator: context.text(ja: "、", en: ", ")))
              }, selected: []))
          Button(
            context.text(ja: "選んだ資産で申請書を書く", en: "Apply for these"), style: .solid,
            size: .medium)
        }
        Pagination(
          context.text(ja: "資産", en: "Assets"), previous: nil,
          next: hasMore
            ? assets.last.map {
              context.request.target(setting: "after", to: $0.id.description)
            } : nil, language: context.language)
      }
    }
  }
}
