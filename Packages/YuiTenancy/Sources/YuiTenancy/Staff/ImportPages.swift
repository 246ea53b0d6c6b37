import YuiHTML
import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// `/staff/{module}/import`: a template to fill in, a dry run of the file, a button to confirm.
struct ImportPages: Sendable {
  let module: any Module

  /// One page for each dataset would need one permission each; the page shows what the person may.
  var routes: [Route] {
    guard let permission = module.datasets.first?.importPermission else { return [] }
    let path = "/staff/\(module.identifier)/import"
    return [
      .get("\(path)", access: .permission(permission)) { context, _ in overview(context) },
      .get("\(path)/{dataset}/template", access: .permission(permission)) { context, _ in
        let definition = try dataset(context).definition
        return .bytes(definition.template, contentType: "text/csv; charset=utf-8")
          .download(filename: "\(definition.name).csv")
      },
      .get("\(path)/{dataset}/template.xlsx", access: .permission(permission)) { context, _ in
        let definition = try dataset(context).definition
        return .bytes(
          definition.workbookTemplate, contentType: DatasetExport.Format.xlsx.contentType
        ).download(filename: "\(definition.name).xlsx")
      },
      .get("\(path)/{dataset}", access: .permission(permission)) { context, _ in
        upload(try dataset(context), context)
      },
      .post(
        "\(path)/{dataset}", access: .permission(permission),
        bodyLimit: mostBytes + 65_536, slow: dryRun),
      .post("\(path)/{dataset}/confirm", access: .permission(permission), slow: confirm),
      .get("\(path)/{dataset}/runs", access: .permission(permission)) { context, snapshot in
        let dataset = try dataset(context)
        return try ImportRunsPage(
          dataset: dataset, runs: ImportStore.recent(dataset, of: module, in: snapshot)
        ).response(context, breadcrumbs: trail(to: dataset, context))
      },
      .get("\(path)/{dataset}/export", access: .permission(permission)) { context in
        try export(context, as: .csv)
      },
      .get("\(path)/{dataset}/export.xlsx", access: .permission(permission)) { context in
        try export(context, as: .xlsx)
      },
    ] + geoJSON(path, permission)
  }

  /// An export on the map, where a dataset has places.
  private func geoJSON(_ path: String, _ permission: Permission) -> [Route] {
    guard module.datasets.contains(where: { $0.definition.place != nil }) else { return [] }
    return [
      .get("\(path)/{dataset}/export.geojson", access: .permission(permission)) { context in
        guard try dataset(context).definition.place != nil else { throw HTTPProblem.notFound }
        return try export(context, as: .geojson)
      }
    ]
  }

  private var mostBytes: Int { module.datasets.map(DatasetImport.mostBytes(of:)).max() ?? 0 }

  private func dataset(_ context: RequestContext) throws -> any Dataset {
    let name = try context.request.parameter("dataset", as: String.self)
    guard let dataset = module.datasets.first(where: { $0.definition.name == name }),
      context.may(dataset.importPermission)
    else { throw HTTPProblem.notFound }
    return dataset
  }

  private func address(_ dataset: any Dataset) -> String {
    "/staff/\(module.identifier)/import/\(dataset.definition.name)"
  }

  // MARK: Pages

  private func overview(_ context: RequestContext) -> Response {
    context.page(
      LocalizedText(ja: "データの取込と書出し", en: "Import and export"),
      shoulder: [module.name]
    ) {
      CardList(
        module.datasets.filter { context.may($0.importPermission) }.map { dataset in
          CardList.Card(
            dataset.definition.title, in: context.language, address(dataset),
            text: LocalizedText(
              everywhere: dataset.definition.columns.map(\.name).joined(separator: ", ")))
        })
    }
  }

  private func upload(
    _ dataset: any Dataset, problem: String? = nil, _ context: RequestContext
  ) -> Response {
    let language = context.language
    let errors = problem.map { [FieldError("file", $0)] } ?? []
    let hasPlaces = dataset.definition.place != nil
    return context.page(
      dataset.definition.title, breadcrumbs: trail(context),
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      status: errors.isEmpty ? 200 : 422
    ) {
      columnTable(dataset.definition, context)
      ButtonRow {
        LinkButton(
          context.text(ja: "ひな形（Excel）", en: "Template (Excel)"),
          address(dataset) + "/template.xlsx")
        LinkButton(
          context.text(ja: "ひな形（CSV）", en: "Template (CSV)"), address(dataset) + "/template")
        LinkButton(
          context.text(ja: "現在のデータ（Excel）", en: "Present data (Excel)"),
          address(dataset) + "/export.xlsx")
        LinkButton(
          context.text(ja: "現在のデータ（CSV）", en: "Present data (CSV)"),
          address(dataset) + "/export")
        if hasPlaces {
          LinkButton(
            context.text(ja: "現在のデータ（GeoJSON）", en: "Present data (GeoJSON)"),
            address(dataset) + "/export.geojson")
        }
        if dataset is any BulkDataset {
          LinkButton(
            context.text(ja: "取込みの経過", en: "Recent imports"), address(dataset) + "/runs")
        }
      }
      form(
        .method("post"), .action(address(dataset)), .class("form"),
        .enctype("multipart/form-data")
      ) {
        context.antiForgeryField
        FormField(
          "file", label: context.text(ja: "ExcelまたはCSVのファイル", en: "Excel or CSV file"),
          language: language,
          support: context.text(
            ja: "Excelブック（.xlsx）の最初のシート、またはCSV（UTF-8かCP932）。"
              + (hasPlaces ? "GeoJSONも読み込めます。" : "") + "まず内容を確認し、まだ取り込みません。",
            en: "The first sheet of an Excel workbook (.xlsx), or CSV in UTF-8 or CP932. "
              + (hasPlaces ? "GeoJSON is read, too. " : "")
              + "It is checked first; nothing is imported yet."),
          error: errors.message(for: "file"),
          control: .file(
            accept: [".xlsx", ".csv"] + (hasPlaces ? [".geojson"] : []),
            limit: DatasetImport.mostBytes(of: dataset)))
        Button(context.text(ja: "内容を確認", en: "Check the file"), style: .solid)
      }
    }
  }

  private func trail(_ context: RequestContext) -> [PageLink] {
    [
      PageLink(
        LocalizedText(ja: "データの取込と書出し", en: "Import and export"),
        "/staff/\(module.identifier)/import")
    ]
  }

  private func trail(to dataset: any Dataset, _ context: RequestContext) -> [PageLink] {
    trail(context) + [PageLink(dataset.definition.title, address(dataset))]
  }

  private func columnTable(
    _ definition: DatasetDefinition, _ context: RequestContext
  ) -> DataTable {
    DataTable(
      context.text(ja: "列", en: "Columns"),
      columns: [
        .init(context.text(ja: "列名", en: "Column")),
        .init(context.text(ja: "意味", en: "Meaning")),
        .init(context.text(ja: "必須", en: "Required")),
        .init(context.text(ja: "書き方", en: "How to fill it in")),
      ],
      rows: definition.columns.map { column in
        [
          column.name, column.label[context.language],
          column.isRequired ? context.text(ja: "必須", en: "Yes") : "",
          column.help[context.language],
        ]
      }, isDense: true)
  }

  // MARK: Dry run and confirmation

  private func dryRun(_ context: RequestContext) throws -> Response {
    let dataset = try dataset(context)
    guard let account = context.principal?.id else { throw HTTPProblem.forbidden }
    guard let file = try context.request.form().file("file"), !file.fileName.isEmpty else {
      return upload(
        dataset, problem: context.text(ja: "ファイルを選択してください。", en: "Choose a file."), context)
    }
    let content = TableFile(size: file.byteCount) { try file.read(at: $0, count: $1) }
    let (report, kept) = try DatasetImport(
      file: content, name: file.fileName, module: module.identifier, dataset: dataset
    ).keep(for: account, in: context.site.store, clock: .fixed(context.now))
    return reportPage(report, of: dataset, fileName: file.fileName, kept: kept, context)
  }

  private func confirm(_ context: RequestContext) throws -> Response {
    let dataset = try dataset(context)
    guard let principal = context.principal else { throw HTTPProblem.forbidden }
    let store = context.site.store
    let id = try context.request.form().first("upload").flatMap(UUIDv7.init)
    let kept = try id.flatMap { id in
      try store.read { try ImportStore.waiting(id, of: principal.id, at: context.now, in: $0) }
    }
    guard let kept, kept.dataset == dataset.definition.name else {
      return upload(
        dataset,
        problem: context.text(
          ja: "確認済みのファイルがありません。もう一度選択してください。",
          en: "The checked file is gone. Choose it again."), context)
    }
    let actor = AuditActor(.account, name: principal.name, id: "\(principal.id)")
    switch try ImportConfirmation(kept: kept, actor: actor).run(
      dataset, in: store, clock: .fixed(context.now))
    {
    case .stored(let report): return donePage(report, of: dataset, context)
    case .refused(let report):
      return reportPage(report, of: dataset, fileName: kept.fileName, kept: nil, context)
    case .goesOn:
      return .redirect(
        to: "/staff/\(module.identifier)/import/\(dataset.definition.name)/runs")
    }
  }

  private func reportPage(
    _ report: ImportReport, of dataset: any Dataset, fileName: String, kept: UUIDv7?,
    _ context: RequestContext
  ) -> Response {
    let language = context.language
    let banner =
      kept == nil
      ? NotificationBanner(
        .error,
        context.text(
          ja: "\(NumberText.grouped(report.problems.count))件の問題があります。何も取り込まれていません",
          en: report.problems.count == 1
            ? "1 problem. Nothing was imported"
            : "\(NumberText.grouped(report.problems.count)) problems. Nothing was imported"),
        language: language)
      : NotificationBanner(
        .information,
        context.text(ja: "取り込めます。まだ取り込まれていません", en: "This can be imported. Nothing was, yet"),
        language: language)
    return context.page(
      LocalizedText(ja: "取込内容の確認", en: "Check before importing"),
      shoulder: [LocalizedText(everywhere: fileName)],
      breadcrumbs: trail(to: dataset, context),
      alert: banner.markup, hasErrors: kept == nil, status: kept == nil ? 422 : 200
    ) {
      if let kept {
        counts(report, context)
        ButtonRow {
          form(.method("post"), .action(address(dataset) + "/confirm")) {
            context.antiForgeryField
            input(.type("hidden"), .name("upload"), .value("\(kept)"))
            Button(context.text(ja: "取り込む", en: "Import"), style: .solid)
          }
        }
      } else {
        ButtonRow {
          LinkButton(
            context.text(ja: "別のファイルを選択", en: "Choose another file"), address(dataset))
        }
      }
      ImportFindings(report: report, language: language).markup
    }
  }

  private func donePage(
    _ report: ImportReport, of dataset: any Dataset, _ context: RequestContext
  ) -> Response {
    context.page(
      LocalizedText(ja: "取込の完了", en: "Imported"), breadcrumbs: trail(to: dataset, context),
      alert: NotificationBanner(
        .success, context.text(ja: "取り込みました", en: "The file was imported"),
        language: context.language
      ).markup
    ) {
      counts(report, context)
      ButtonRow {
        for page in dataset.pages { LinkButton(page.label[context.language], page.address) }
        if dataset is any BulkDataset {
          LinkButton(
            context.text(ja: "取込みの経過", en: "Recent imports"), address(dataset) + "/runs")
        }
        LinkButton(
          context.text(ja: "別のファイルを取り込む", en: "Import another file"), address(dataset))
      }
      ImportFindings(report: report, language: context.language).markup
    }
  }

  private func counts(_ report: ImportReport, _ context: RequestContext) -> KeyFigures {
    let unit = context.language.isJapanese ? "件" : nil
    return KeyFigures([
      .init(
        context.text(ja: "新規", en: "New"), NumberText.grouped(report.created), unit: unit),
      .init(
        context.text(ja: "更新", en: "Changed"), NumberText.grouped(report.updated), unit: unit),
      .init(
        context.text(ja: "変更なし", en: "Unchanged"), NumberText.grouped(report.unchanged),
        unit: unit),
    ])
  }

  // MARK: Export

  private func export(
    _ context: RequestContext, as format: DatasetExport.Format
  ) throws -> Response {
    let dataset = try dataset(context)
    let spool = try TemporaryFile()
    let rows = try HTTPProblem.tellingOfWorkbooks {
      try DatasetExport.write(dataset, as: format, from: context.site.store) {
        try spool.append($0[...])
      }
    }
    try context.site.store.write { transaction in
      try context.record(
        AuditEvent(
          "\(module.identifier).dataset.exported", subject: dataset.definition.name,
          details: ["rows": "\(rows)"]), in: transaction)
    }
    return .file(try spool.body(), contentType: format.contentType)
      .download(filename: "\(dataset.definition.name).\(format.rawValue)")
  }
}
