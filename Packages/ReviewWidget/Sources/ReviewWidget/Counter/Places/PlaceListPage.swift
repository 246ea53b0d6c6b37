import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The places of a service, and what hangs or stands there: posters, kiosks, cards.
struct PlaceListPage {
  let context: RequestContext
  let service: ReviewedService
  let places: [ReviewPlace]

  private var language: Language { context.language }
  private var root: String { "/staff/reviews/services/\(service.slug)" }
  private var mayManage: Bool { context.may(ReviewPermission.manage) }

  var response: Response {
    context.page(
      LocalizedText(ja: "場所とポスター", en: "Places and posters"),
      shoulder: [service.name],
      lead: LocalizedText(
        ja: "窓口や端末ごとに場所を登録すると、どこで寄せられた評価かがわかります。",
        en: "With a place for each window or kiosk you know where a response was given."),
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services")
      ]
    ) {
      if mayManage {
        ButtonRow {
          LinkButton(
            context.text(ja: "場所を追加", en: "Add a place"), "\(root)/places/new")
          LinkButton(
            context.text(ja: "紙の回答を入力", en: "Enter paper cards"), "\(root)/cards")
        }
      }
      form(.method("get"), .action("\(root)/posters"), .class("form")) {
        table
        FormField(
          "size", label: context.text(ja: "ポスターの用紙", en: "Paper of the posters"),
          language: language, need: .unmarked,
          control: .radioButtons(
            PaperSize.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: PaperSize.a4.rawValue))
        Button(context.text(ja: "ポスターを印刷する", en: "Print posters"), style: .solid)
      }
    }
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "印刷する場所", en: "Places to print"),
      columns: [
        .init(context.text(ja: "場所", en: "Place")),
        .init(context.text(ja: "記号", en: "Code")),
        .init(context.text(ja: "受付方法", en: "Channel")),
        .init(context.text(ja: "短いアドレス", en: "Short address")),
        .init(context.text(ja: "操作", en: "Action")),
      ],
      rows: [row(nil)] + places.map(row))
  }

  private func row(_ place: ReviewPlace?) -> [HTML] {
    let code = place?.code.description ?? ""
    let name =
      place.map { HTML($0.name, in: language) }
      ?? HTML(context.text(ja: "サービス全体", en: "The whole service"))
    let short = ShortLinks.path(of: service, at: place)
    return [
      label(.class("choice")) {
        input(
          .type("checkbox"), .class("choice__box"), .name("place"), .value(code),
          .checked(place != nil || places.isEmpty))
        span(.class("choice__text")) { name }
      },
      place == nil ? HTML("–") : YuiHTML.code { code },
      HTML((place?.channel ?? .counter).name[language]),
      a(.href(short)) { short },
      div(.class("actions")) {
        a(.href("\(root)/poster.svg?place=\(code)")) {
          context.text(ja: "ポスター（SVG）", en: "Poster (SVG)")
        }
        a(.href("/reviews/\(service.slug)/kiosk?place=\(code)")) {
          context.text(ja: "端末の画面", en: "Kiosk")
        }
        a(.href("\(root)/card?place=\(code)")) {
          context.text(ja: "回答用紙", en: "Paper card")
        }
        if place != nil, mayManage {
          a(.href("\(root)/places/\(code)/edit")) { context.text(ja: "編集", en: "Edit") }
        }
      },
    ]
  }
}
