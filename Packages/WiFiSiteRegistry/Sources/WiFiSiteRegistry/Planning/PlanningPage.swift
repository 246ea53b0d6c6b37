import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The page of planning: progress, what is missing by kind of place and by mesh, the work list.
struct PlanningPage {
  private let context: RequestContext
  private let progress: RolloutProgress
  private let gaps: RolloutGaps
  private let work: [(task: SiteTask, query: StaffSiteQuery, count: Int)]
  private let targets: [RolloutTarget]
  private let milestones: [RolloutMilestone]
  private let targetDraft: PlanningDraft?
  private let milestoneDraft: PlanningDraft?
  private let problems: [String: LocalizedText]

  /// - Parameters:
  ///   - target: a target that could not be taken.
  ///   - milestone: a milestone that could not be taken.
  init(
    _ context: RequestContext, target: PlanningDraft? = nil, milestone: PlanningDraft? = nil,
    problems: [String: LocalizedText] = [:], in source: some Queryable
  ) throws {
    self.context = context
    (targetDraft, milestoneDraft, self.problems) = (target, milestone, problems)
    let today = context.now.date
    progress = try RolloutProgress(today: today, in: source)
    gaps = try RolloutGaps(in: source)
    targets = try PlanningStore.targets(in: source)
    milestones = try PlanningStore.milestones(in: source)
    work = try SiteTask.allCases.map { task in
      let query = task.query(today: today)
      return (task, query, try SiteStore.count(of: query.filter, in: source))
    }
  }

  private var language: Language { context.language }
  private var mayManage: Bool { context.may(WiFiPermission.manage) }

  var response: Response {
    let errors = ["year", "day", "sites", "note"].compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
    return context.page(
      LocalizedText(ja: "整備の計画と進捗", en: "Planning and progress"),
      breadcrumbs: [StaffPath.trail],
      alert: errors.isEmpty
        ? StaffNotice(context: context).markup
        : ErrorSummary(errors, language: language).markup,
      hasErrors: !errors.isEmpty, status: errors.isEmpty ? 200 : 422
    ) {
      RolloutChart(progress: progress, language: language)
      h2 { context.text(ja: "次にすること", en: "What to do next") }
      workList
      h2 { context.text(ja: "OpenRoamingに未対応の施設", en: "Sites without OpenRoaming") }
      RolloutGapCharts(gaps: gaps, language: language)
      PlanningForms(
        context: context, targets: targets, milestones: milestones, target: targetDraft,
        milestone: milestoneDraft, errors: errors, mayManage: mayManage)
    }
  }

  @HTMLBuilder private var workList: HTML {
    DataTable(
      context.text(ja: "次にすること", en: "What to do next"),
      columns: [
        .init(context.text(ja: "気になること", en: "What is amiss")),
        .init(context.text(ja: "すること", en: "What to do")),
        .init(context.text(ja: "施設の数", en: "Sites"), .number),
      ],
      rows: work.map { item in
        [
          a(.href(item.query.address)) { HTML(item.task.name, in: language) },
          HTML(item.task.advice, in: language), HTML(NumberText.grouped(item.count)),
        ]
      })
    p {
      LinkButton(
        context.text(ja: "施設ごとの一覧（CSV）", en: "Site by site (CSV)"), WorkListFile.path,
        size: .medium, icon: .download)
    }
  }
}
