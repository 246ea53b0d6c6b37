import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services/{slug}/publication`: which figures of a service everybody may see.
enum PublicationPage {
  private static let path = "/staff/reviews/services/{slug}/publication"

  static let routes: [Route] = [
    .get(path, access: .permission(ReviewPermission.manage)) { context, snapshot in
      page(try context.service(in: snapshot), context)
    },
    .post(path, access: .permission(ReviewPermission.manage)) { context in
      let fields = Set(
        try context.request.form().values(named: "fields").compactMap(PublishedField.init))
      return { transaction in
        var service = try context.service(in: transaction)
        if service.publishedFields != fields {
          let before = PublishedField.text(of: service.publishedFields)
          service.publishedFields = fields
          try ServiceStore.put(service, in: transaction)
          try context.record(
            AuditEvent(
              "reviews.publication.changed", subject: "\(service.slug)",
              details: ["before": before, "after": PublishedField.text(of: fields)]),
            in: transaction)
        }
        return .redirect(to: "/staff/reviews/services")
      }
    },
  ]

  private static func page(_ service: ReviewedService, _ context: RequestContext) -> Response {
    let language = context.language
    return context.page(
      LocalizedText(ja: "公表する項目", en: "What is published"), shoulder: [service.name],
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services")
      ], width: .reading
    ) {
      YuiHTML.form(.method("post"), .class("form")) {
        context.antiForgeryField
        FormField(
          "fields",
          label: context.text(ja: "結果ページと公開データに載せる項目", en: "On the results page and in open data"),
          language: language, need: .optional,
          support: context.text(
            ja: "回答数は常に公表します。いずれの項目も、少人数の回答が分からない形でのみ公表されます。",
            en:
              "The number of responses is always published. Nothing is published from which the answers of a few would follow."
          ),
          control: .checkboxes(
            PublishedField.allCases.map {
              Choice($0.rawValue, $0.name[language], support: $0.help?[language])
            }, selected: Set(service.publishedFields.map(\.rawValue))))
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
      ButtonRow {
        LinkButton(
          context.text(ja: "結果ページを見る", en: "See the results page"), "/reviews/\(service.slug)")
      }
    }
  }
}

extension PublishedField {
  /// The field's name for staff.
  var name: LocalizedText {
    switch self {
    case .distribution: LocalizedText(ja: "評価の分布", en: "How the scores spread")
    case .mean: LocalizedText(ja: "平均", en: "Mean")
    case .topTwo: LocalizedText(ja: "満足（4・5）の割合", en: "Share of good or very good")
    case .nps: LocalizedText(ja: "すすめたい度合い（NPS）", en: "Net promoter score")
    case .trend: LocalizedText(ja: "月ごとの推移", en: "Trend by month")
    case .goal: LocalizedText(ja: "目的の達成", en: "Goal reached")
    case .ease: LocalizedText(ja: "使いやすさ", en: "Ease of use")
    case .clarity: LocalizedText(ja: "説明の分かりやすさ", en: "Clear explanations")
    case .reasons: LocalizedText(ja: "評価の理由", en: "Reasons")
    case .channels: LocalizedText(ja: "回答の方法", en: "Channels")
    case .endings: LocalizedText(ja: "どのように終わったか", en: "How it ended")
    case .keywords: LocalizedText(ja: "ご意見の言葉", en: "Words of the comments")
    case .comments: LocalizedText(ja: "公表したご意見と回答", en: "Published comments and replies")
    case .improvements: LocalizedText(ja: "改善の取組", en: "Improvements")
    }
  }

  /// What to think of before it is published.
  var help: LocalizedText? {
    switch self {
    case .nps:
      LocalizedText(
        ja: "回答が30件に満たない間は公表しません。", en: "Not published with fewer than 30 answers.")
    case .endings:
      LocalizedText(
        ja: "終わり方（完了・拒否・エラー）を添えて尋ねた回答だけを数えます。",
        en: "Counts the responses alone that were asked for with their ending.")
    case .keywords:
      LocalizedText(
        ja: "職員が確認する前の言葉が載ります。公表に必要な人数以上が使った言葉に限ります。",
        en: "Words appear before staff has read them: only those that enough people used.")
    default: nil
    }
  }
}
