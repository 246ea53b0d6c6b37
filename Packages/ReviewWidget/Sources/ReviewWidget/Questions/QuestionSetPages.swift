import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/questions`: what is asked, and in which words.
enum QuestionSetPages {
  static let path = "/staff/reviews/questions"

  static let routes: [Route] = [
    .get(path, access: .permission(ReviewPermission.read)) { context, snapshot in
      list(
        try QuestionSetStore.newest(in: snapshot), uses: try ServiceStore.uses(in: snapshot),
        context)
    },
    .get("\(path)/{set}", access: .permission(ReviewPermission.read)) { context, snapshot in
      QuestionSetPreview(set: try newest(context, in: snapshot), context: context).response
    },
    .get("\(path)/{set}/edit", access: .permission(ReviewPermission.manage)) {
      context, snapshot in
      QuestionSetForm(
        draft: QuestionSetDraft(try newest(context, in: snapshot)), context: context
      ).response
    },
    .post("\(path)/{set}/edit", access: .permission(ReviewPermission.manage)) { context in
      let form = try context.request.form()
      return { transaction in try save(form, context, in: transaction) }
    },
    .post("\(path)/{set}/copy", access: .permission(ReviewPermission.manage)) { context in
      { transaction in
        let copy = try copy(of: try newest(context, in: transaction), in: transaction)
        try QuestionSetStore.add(copy, at: context.now, in: transaction)
        try context.record(
          AuditEvent("reviews.questions.added", subject: copy.version.description),
          in: transaction)
        return .redirect(to: "/staff/reviews/questions/\(copy.version.slug)/edit")
      }
    },
  ]

  private static func newest(
    _ context: RequestContext, in source: some Queryable
  ) throws -> QuestionSet {
    let slug = try context.request.parameter("set", as: Slug.self)
    guard let version = try QuestionSetStore.newestVersion(of: slug, in: source),
      let set = try QuestionSetStore.set(version, in: source)
    else { throw HTTPProblem.notFound }
    return set
  }

  private static func save(
    _ form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let old = try newest(context, in: transaction)
    guard form.first("version") == "\(old.version.number)" else {
      throw HTTPProblem.conflict(
        ja: "ほかの人が先に変更しました。最新の版を開いて、もう一度編集してください。",
        en: "Somebody has changed it meanwhile. Open the newest version and edit again.")
    }
    let draft = QuestionSetDraft(form: form, after: old)
    guard draft.problems.isEmpty else {
      return QuestionSetForm(draft: draft, context: context).response
    }
    if draft.set != old {
      let new = draft.set.asVersion(
        QuestionSet.Version(old.version.slug, old.version.number + 1))
      try QuestionSetStore.add(new, at: context.now, in: transaction)
      try context.record(
        AuditEvent("reviews.questions.changed", subject: new.version.description),
        in: transaction)
    }
    return .redirect(to: "/staff/reviews/questions/\(old.version.slug)")
  }

  /// The set under the next free name: `short-2`.
  private static func copy(
    of set: QuestionSet, in source: some Queryable
  ) throws -> QuestionSet {
    var number = 2
    while true {
      // Names are cut so that the number has room.
      guard let slug = Slug("\(set.version.slug.description.prefix(50))-\(number)") else {
        throw HTTPProblem.notFound
      }
      if try QuestionSetStore.newestVersion(of: slug, in: source) == nil {
        return set.asVersion(QuestionSet.Version(slug, 1))
      }
      number += 1
    }
  }

  private static func list(
    _ sets: [QuestionSet], uses: [Slug: Int], _ context: RequestContext
  ) -> Response {
    let language = context.language
    return context.page(
      LocalizedText(ja: "設問", en: "Questions"),
      lead: LocalizedText(
        ja: "サービスごとに選べる設問です。変更すると新しい版になり、これまでの回答は元の版のまま残ります。",
        en:
          "What services can ask. A change makes a new version; answers keep the one they were given to."
      )
    ) {
      DataTable(
        context.text(ja: "設問の一覧", en: "Question sets"),
        columns: [
          .init(context.text(ja: "名称", en: "Name")), .init(context.text(ja: "版", en: "Version")),
          .init(context.text(ja: "たずねること", en: "Asks for")),
          .init(context.text(ja: "使用中のサービス", en: "Services")),
          .init(context.text(ja: "操作", en: "Action")),
        ],
        rows: sets.map { set in
          let asked = QuestionKind.allCases.filter { set.asked($0) != nil }
          return [
            a(.href("/staff/reviews/questions/\(set.version.slug)")) { set.title[language] },
            HTML(set.version.description),
            HTML(
              asked.map { $0.name[language] }.joined(separator: context.text(ja: "、", en: ", "))),
            HTML(NumberText.grouped(uses[set.version.slug] ?? 0)), actions(set, context),
          ]
        })
    }
  }

  @HTMLBuilder private static func actions(_ set: QuestionSet, _ context: RequestContext) -> HTML {
    if context.may(ReviewPermission.manage) {
      a(.href("/staff/reviews/questions/\(set.version.slug)/edit")) {
        context.text(ja: "編集", en: "Edit")
      }
      YuiHTML.form(.method("post"), .action("/staff/reviews/questions/\(set.version.slug)/copy")) {
        context.antiForgeryField
        Button(context.text(ja: "複製", en: "Copy"))
      }
    }
  }
}

extension QuestionSet {
  /// The same under another version.
  fileprivate func asVersion(_ version: Version) -> QuestionSet {
    QuestionSet(version, title: title, questions: questions, reasons: reasons)
  }
}
