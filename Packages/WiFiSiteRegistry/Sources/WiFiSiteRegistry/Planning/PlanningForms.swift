import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The targets and milestones that staff entered, and the forms for more.
struct PlanningForms: Component {
  let context: RequestContext
  let targets: [RolloutTarget]
  let milestones: [RolloutMilestone]
  /// What could not be taken.
  let target: PlanningDraft?
  let milestone: PlanningDraft?
  let errors: [FieldError]
  let mayManage: Bool

  private var language: Language { context.language }

  @HTMLBuilder var markup: HTML {
    if mayManage || !targets.isEmpty {
      section(.class("panel")) {
        h2 { context.text(ja: "目標", en: "Targets") }
        if !targets.isEmpty { table(targets) }
        // Only one form has errors, whose ids are then once in the page.
        if mayManage, milestone == nil { targetForm }
      }
    }
    if mayManage || !milestones.isEmpty {
      section(.class("panel")) {
        h2 { context.text(ja: "測定値", en: "Milestones") }
        if !milestones.isEmpty { table(milestones) }
        if mayManage, target == nil { milestoneForm }
      }
    }
  }

  private func table(_ targets: [RolloutTarget]) -> DataTable {
    DataTable(
      context.text(ja: "年度末の目標", en: "Targets by the end of fiscal years"),
      columns: columns(context.text(ja: "年度", en: "Fiscal year")),
      rows: targets.map { target in
        cells(
          HTML(target.year.text(language)), target.sites, target.note,
          removal("targets", "year", "\(target.year.year)"))
      }, isDense: true)
  }

  private func table(_ milestones: [RolloutMilestone]) -> DataTable {
    DataTable(
      context.text(ja: "ほかで測定された値", en: "What was measured elsewhere"),
      columns: columns(context.text(ja: "日付", en: "Day")),
      rows: milestones.map { milestone in
        cells(
          DateText(milestone.day, language: language).markup, milestone.sites, milestone.note,
          removal("milestones", "day", milestone.day.iso))
      }, isDense: true)
  }

  private func columns(_ first: String) -> [DataTable.Column] {
    [
      .init(first), .init(context.text(ja: "施設の数", en: "Sites"), .number),
      .init(context.text(ja: "メモ", en: "Note")),
    ] + (mayManage ? [.init(context.text(ja: "操作", en: "Action"))] : [])
  }

  private func cells(_ first: HTML, _ sites: Int, _ note: String, _ removal: HTML) -> [HTML] {
    [
      first, HTML(NumberText.grouped(sites)), HTML(LocalizedText(asWritten: note), in: language),
    ] + (mayManage ? [removal] : [])
  }

  private func removal(_ kind: String, _ name: String, _ value: String) -> HTML {
    form(.method("post"), .action("\(PlanningPages.path)/\(kind)/remove")) {
      context.antiForgeryField
      input(.type("hidden"), .name(name), .value(value))
      Button(
        context.text(ja: "削除", en: "Remove"), style: .text, size: .small,
        question: context.text(ja: "削除しますか。", en: "Remove it?"))
    }
  }

  private var targetForm: HTML {
    form(.method("post"), .action("\(PlanningPages.path)/targets"), .class("filters")) {
      context.antiForgeryField
      FormField(
        "year", label: context.text(ja: "年度", en: "Fiscal year"), language: language,
        support: context.text(ja: "例）2026、令和8年度、R8", en: "such as 2026 or R8"),
        error: errors.message(for: "year"), control: .text(target?.year, width: .medium))
      common(target)
      Button(context.text(ja: "目標を保存", en: "Save the target"), size: .medium)
    }
  }

  private var milestoneForm: HTML {
    form(.method("post"), .action("\(PlanningPages.path)/milestones"), .class("form")) {
      context.antiForgeryField
      FormField(
        "day", label: context.text(ja: "測定した日", en: "Measured on"), language: language,
        error: errors.message(for: "day"), control: .date(milestone?.day ?? DateEntry()))
      if milestone != nil || target != nil { common(milestone) } else { plain }
      Button(context.text(ja: "測定値を保存", en: "Save the milestone"), size: .medium)
    }
  }

  @HTMLBuilder private func common(_ draft: PlanningDraft?) -> HTML {
    FormField(
      "sites", label: context.text(ja: "施設の数", en: "Sites"), language: language,
      error: errors.message(for: "sites"), control: .number(draft?.sites))
    FormField(
      "note", label: context.text(ja: "メモ", en: "Note"), language: language, need: .optional,
      error: errors.message(for: "note"), control: .text(draft?.note))
  }

  /// The same fields without ids of their own, which the form above has already.
  @HTMLBuilder private var plain: HTML {
    div(.class("field")) {
      label {
        span(.class("field__label")) { context.text(ja: "施設の数", en: "Sites") }
        input(
          .class("text-box text-box--short"), .type("text"), .inputmode("numeric"), .name("sites"))
      }
    }
    div(.class("field")) {
      label {
        span(.class("field__label")) { context.text(ja: "メモ", en: "Note") }
        input(.class("text-box"), .type("text"), .name("note"))
      }
    }
  }
}
