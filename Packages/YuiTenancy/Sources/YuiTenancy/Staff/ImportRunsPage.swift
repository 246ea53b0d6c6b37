import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// The imports of a dataset since yesterday, and how far the present one is.
struct ImportRunsPage {
  let dataset: any Dataset
  let runs: [StoredImport]

  func response(_ context: RequestContext, breadcrumbs: [PageLink]) -> Response {
    let running = runs.filter { $0.state == .running }
    let ended = runs.filter { $0.state != .running }
    let page = context.page(
      LocalizedText(ja: "取込みの経過", en: "Recent imports"),
      shoulder: [dataset.definition.title], breadcrumbs: breadcrumbs
    ) {
      if !running.isEmpty {
        p {
          context.text(
            ja: "このページを閉じても、取込みは続きます。", en: "You may leave this page: the import goes on.")
        }
      }
      for run in running { meter(run, context) }
      if !ended.isEmpty { table(ended, context) }
      if runs.isEmpty {
        p { context.text(ja: "昨日からの取込みはありません。", en: "Nothing was imported since yesterday.") }
      }
    }
    return running.isEmpty ? page : page.header("Refresh", "3")
  }

  private func meter(_ run: StoredImport, _ context: RequestContext) -> ProgressMeter {
    let (done, total) = (NumberText.grouped(run.counts.total), NumberText.grouped(run.rows))
    return ProgressMeter(
      run.fileName, done: run.counts.total, of: run.rows,
      text: context.text(ja: "\(total)行中\(done)行", en: "\(done) of \(total) rows"))
  }

  private func table(_ runs: [StoredImport], _ context: RequestContext) -> DataTable {
    DataTable(
      context.text(ja: "終わった取込み", en: "Ended imports"),
      columns: [
        .init(context.text(ja: "ファイル", en: "File")),
        .init(context.text(ja: "結果", en: "Outcome")),
        .init(context.text(ja: "新規", en: "New"), .number),
        .init(context.text(ja: "更新", en: "Changed"), .number),
        .init(context.text(ja: "変更なし", en: "Unchanged"), .number),
      ],
      rows: runs.map { run in
        [
          run.fileName,
          run.state == .done
            ? context.text(ja: "取り込みました", en: "Imported")
            : context.text(
              ja: "途中で止まりました。システム担当に連絡してください。",
              en: "Stopped midway. Tell whoever runs this system."),
          NumberText.grouped(run.counts.created), NumberText.grouped(run.counts.updated),
          NumberText.grouped(run.counts.unchanged),
        ]
      })
  }
}
