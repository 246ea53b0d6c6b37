import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Two sites side by side, and what would become of them where one is kept.
struct DuplicateComparePage {
  let context: RequestContext
  /// What becomes of both where the first is kept, and where the second is.
  let merges: [SiteMerge]
  let isOutdated: Bool

  init(
    _ pair: DuplicateSearch.Pair, isOutdated: Bool = false, _ context: RequestContext,
    in source: some Queryable
  ) throws {
    self.context = context
    self.isOutdated = isOutdated
    merges = try [pair.first, pair.second].map {
      try context.merge(of: pair, keeping: $0, in: source)
    }
  }

  private var language: Language { context.language }
  private var sites: [WiFiSite] { merges.map(\.kept) }

  var response: Response {
    context.page(
      LocalizedText(ja: "2つの施設を比べる", en: "Compare two sites"),
      breadcrumbs: [
        StaffPath.trail,
        PageLink(
          LocalizedText(ja: "重複しているかもしれない施設", en: "Sites that may be the same"),
          DuplicatePages.path),
      ], alert: alert, hasErrors: isOutdated, status: isOutdated ? 409 : 200
    ) {
      map
      table
      div(.class("charts")) {
        for (index, merge) in merges.enumerated() { choice(merge, name: ["A", "B"][index]) }
      }
    }
  }

  private var alert: HTML {
    guard isOutdated else { return HTML() }
    return NotificationBanner(
      .error,
      context.text(
        ja: "比べている間に、どちらかの施設が変わりました", en: "One of the sites changed meanwhile"),
      language: language
    ) {
      p {
        context.text(
          ja: "まだ統合していません。新しい内容を確かめてください。",
          en: "Nothing is merged yet. Look at them as they are now.")
      }
    }.markup
  }

  @HTMLBuilder private var map: HTML {
    let places = sites.compactMap(\.place)
    if let box = Geometry.multiPoint(places).box {
      MapFigure(
        context.text(ja: "2つの位置", en: "Where they are"), view: MapView(around: box),
        points: zip(sites, [MapPoint.Look.main, .second]).compactMap { site, look in
          site.place.map { MapPoint($0, look, label: site.localizedName[language]) }
        }, signs: [.init(.main, "A"), .init(.second, "B")], language: language)
    }
  }

  private var table: DataTable {
    let fields = SiteField.allCases.filter { field in
      !SiteField.ofHistory.contains(field) && sites.contains { !field.text(of: $0).isEmpty }
    }
    return DataTable(
      context.text(ja: "登録されている内容", en: "What is known of them"),
      columns: [
        .init(context.text(ja: "項目", en: "Field")), .init("A"), .init("B"),
        .init(context.text(ja: "違い", en: "Difference")),
      ],
      rows: fields.map { field in
        let texts = sites.map { field.text(of: $0) }
        return [HTML(field.name, in: language)]
          + texts.map { SiteValue(field, $0, language).markup }
          + [HTML(texts[0] == texts[1] ? "" : context.text(ja: "違う", en: "differs"))]
      }, isDense: true)
  }

  private func choice(_ merge: SiteMerge, name: String) -> HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "\(name)を残す", en: "Keep \(name)") }
      p {
        HTML(merge.kept.localizedName, in: language)
      }
      p { takenOver(merge) }
      form(.method("post"), .action("\(DuplicatePages.path)/merge")) {
        context.antiForgeryField
        input(.type("hidden"), .name("a"), .value(merge.kept.id.description))
        input(.type("hidden"), .name("b"), .value(merge.dropped.id.description))
        input(.type("hidden"), .name("keep"), .value(merge.kept.id.description))
        input(.type("hidden"), .name("stamp"), .value(merge.stamp))
        Button(
          context.text(ja: "\(name)に統合する", en: "Merge into \(name)"), size: .medium,
          question: context.text(
            ja: "もう一方の施設を廃止にします。よろしいですか。", en: "The other site will be retired. Go on?"))
      }
    }
  }

  private func takenOver(_ merge: SiteMerge) -> String {
    var names = merge.fields.map { $0.field.name[language] }
    if !merge.points.isEmpty {
      names.append(
        context.text(
          ja: "アクセスポイント\(merge.points.count)個", en: "\(merge.points.count) access points"))
    }
    guard !names.isEmpty else {
      return context.text(
        ja: "引き継ぐ項目はありません。もう一方は廃止にします。",
        en: "Nothing is taken over. The other is retired.")
    }
    let list = names.joined(separator: context.text(ja: "、", en: ", "))
    return context.text(
      ja: "もう一方から引き継ぐ項目：\(list)。もう一方は廃止にします。",
      en: "Taken over from the other: \(list). The other is retired.")
  }
}
