import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// An application with all that belongs to it, as both sides see it.
struct ApplicationView {
  let application: Application
  let carrier: Carrier?
  /// Its case; nil while it is a draft.
  let item: Case?
  let stays: [CaseStay]
  let assets: [AssetID: Asset]
  let permit: Permit?
  let documents: [Document]
  let answers: [(text: String, at: Timestamp)]
  let context: RequestContext

  init(
    _ application: Application, _ context: RequestContext, in source: some Queryable
  ) throws {
    let cases = ApplicationCases.store
    let item = try cases.case(about: application.id.description, in: source)
    self.application = application
    self.context = context
    self.item = item
    carrier = try CarrierStore.carrier(application.carrier, in: source)
    stays = try item.map { try cases.stays(of: $0.number, in: source) } ?? []
    assets = try AssetStore.assets(application.assets.map(\.asset), in: source)
    permit = try ApplicationStore.permit(of: application.id, in: source)
    documents = try DocumentStore.documents(of: application.id, in: source)
    answers = try ApplicationStore.answers(of: application.id, in: source)
  }

  private var language: Language { context.language }

  var title: LocalizedText {
    ApplicationSummary(
      id: application.id, purpose: application.purpose, submittedAt: application.submittedAt,
      number: item?.number, state: item?.state, assets: application.assets.count
    ).title
  }

  var state: ChipLabel { ApplicationSummary.label(of: item?.state, language) }

  // MARK: Sections

  /// What is asked for.
  @HTMLBuilder var facts: HTML {
    DescriptionList(
      [
        .init(context.text(ja: "事業者", en: "Carrier"), carrier?.name ?? ""),
        .init(context.text(ja: "目的", en: "Purpose")) {
          p(.class("quote")) { application.purpose }
        },
        .init(
          context.text(ja: "希望する期間", en: "Wished term"),
          term(application.wishedFrom, application.wishedUntil)),
        .init(
          context.text(ja: "共用する事業者", en: "Sharing with"),
          application.partners.isEmpty
            ? context.text(ja: "なし", en: "nobody") : application.partners),
      ] + ClockFacts(ApplicationCases.definition, stays: stays, language: language).items)
    equipment
    assetTable
    if let permit { permitFacts(permit) }
  }

  private func term(_ from: CalendarDate, _ until: CalendarDate) -> String {
    context.text(
      ja: "\(from.text(.ja))から\(until.text(.ja))まで",
      en: "\(from.text(.en)) to \(until.text(.en))")
  }

  private var equipment: DataTable {
    DataTable(
      context.text(ja: "設備", en: "Equipment"),
      columns: [
        .init(context.text(ja: "種類", en: "Kind")),
        .init(context.text(ja: "幅×高さ×奥行", en: "Width × height × depth")),
        .init(context.text(ja: "質量（kg）", en: "Weight (kg)"), .number),
        .init(context.text(ja: "周波数帯", en: "Bands")),
        .init(context.text(ja: "電力（W）", en: "Power (W)"), .number),
      ],
      rows: application.equipment.map { item in
        [
          item.kind.name[language], item.size, NumberText.fixed(item.weight, decimals: 1),
          item.bands, item.power.map { NumberText.fixed($0, decimals: 0) } ?? "",
        ]
      })
  }

  private var assetTable: DataTable {
    DataTable(
      context.text(ja: "申請する資産", en: "Assets"),
      columns: [
        .init(context.text(ja: "番号", en: "Id")), .init(context.text(ja: "名称", en: "Name")),
        .init(context.text(ja: "いまの状態", en: "Availability")),
        .init(context.text(ja: "決定", en: "Outcome")),
      ],
      rows: application.assets.map { item in
        let asset = assets[item.asset]
        return [
          HTML("\(item.asset)"),
          asset.map { HTML($0.localizedName, in: language) }
            ?? HTML(context.text(ja: "（登録なし）", en: "(not registered)")),
          HTML(asset?.availability.name[language] ?? ""),
          HTML(
            item.outcome.name[language]
              + (item.reason.isEmpty ? "" : context.text(ja: "：", en: ": ") + item.reason)),
        ]
      })
  }

  private func permitFacts(_ permit: Permit) -> HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "許可", en: "Permit") }
      DescriptionList([
        .init(context.text(ja: "許可番号", en: "Number"), permit.number),
        .init(context.text(ja: "期間", en: "Term"), term(permit.from, permit.until)),
        .init(
          context.text(ja: "使用料（年額）", en: "Fee a year"),
          context.text(
            ja: "\(NumberText.grouped(permit.fee))円", en: "¥\(NumberText.grouped(permit.fee))")),
        .init(context.text(ja: "条件", en: "Conditions")) {
          p(.class("quote")) {
            permit.conditions.isEmpty ? context.text(ja: "なし", en: "none") : permit.conditions
          }
        },
        .init(context.text(ja: "決定", en: "Decided"), permit.decidedAt.text(language)),
      ])
    }
  }

  /// What the applicant answered to notices.
  @HTMLBuilder var answered: HTML {
    if !answers.isEmpty {
      section(.class("panel")) {
        h2 { context.text(ja: "申請者の回答", en: "Answers of the applicant") }
        for answer in answers {
          p(.class("quote")) { answer.text }
          p(.class("note")) { answer.at.text(language) }
        }
      }
    }
  }

  /// The documents, and the form that adds one.
  ///
  /// - Parameter path: where they are; nil where none can be added.
  func documentSection(reading: String, adding: String?) -> HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "書類", en: "Documents") }
      if documents.isEmpty { p { context.text(ja: "書類はありません。", en: "There are none.") } }
      ul {
        for (number, document) in documents.enumerated() {
          li {
            a(.href("\(reading)/\(document.id)")) { document.name(number: number + 1) }
            " " + NumberText.grouped((document.size + 1023) / 1024) + " KiB, "
              + document.id.time.text(language) + " "
              + (document.isByStaff
                ? context.text(ja: "窓口", en: "by the desk")
                : context.text(ja: "申請者", en: "by the applicant"))
          }
        }
      }
      if let adding, documents.count < Document.most {
        form(
          .method("post"), .action(adding), .class("form"), .enctype("multipart/form-data")
        ) {
          context.antiForgeryField
          FormField(
            "file", label: context.text(ja: "書類を追加", en: "Add a document"),
            language: language, need: .unmarked,
            control: .file(
              accept: [".pdf", ".png", ".jpg"], limit: Document.mostBytes))
          Button(context.text(ja: "追加", en: "Add"), size: .medium)
        }
      }
    }
  }
}
