import Glibc
import TenantService
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// `yui import` and `yui export`: data in and out.
enum DatasetCommands {
  static let all = [importFile, exportFile]

  private static let importFile = Command(
    "import", "brings a file into a dataset: all of it or nothing",
    parameters: ["DATASET", "FILE"],
    options: [
      Workspace.tenantOption,
      .flag("dry-run", "lists bad rows and repairs, and imports nothing"),
      .value("encoding", "NAME", "of CSV: utf-8 or cp932; found out unless given"),
      .value("sheet", "NAME", "of an Excel workbook; the first that holds anything unless given"),
      Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let encoding = try encoding(arguments)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let (module, dataset) = try dataset(arguments, workspace)
    let path = arguments["FILE"]
    let actor = Workspace.actor("import")
    let isDryRun = arguments.has("dry-run")
    if !isDryRun { try finishInterrupted(store, workspace, arguments, console) }
    let work = DatasetImport(
      file: try InputFile.open(path), name: InputFile.name(of: path), module: module,
      dataset: dataset, encoding: encoding,
      sheet: arguments.value("sheet"), progress: { show($0, on: console) })
    defer { console.clearProgress() }
    let report: ImportReport
    do {
      report =
        isDryRun
        ? try work.dryRun(in: store, clock: .system)
        : try work.run(by: actor, in: store, clock: .system)
    } catch let interrupted as ImportInterrupted {
      throw CommandFailure("\(path): \(interrupted)")
    }
    for problem in report.problems.first { console.note("\(path): \(problem.text(.en))") }
    if report.problems.count > report.problems.first.count {
      console.note("… and \(report.problems.count - report.problems.first.count) more problems")
    }
    if isDryRun {
      for repair in report.repairs.first { console.note("\(path): \(repair.text(.en))") }
      if report.repairs.count > report.repairs.first.count {
        console.note("… and \(report.repairs.count - report.repairs.first.count) more repairs")
      }
    }
    for note in report.notes.first { console.note(note[.en]) }
    if report.notes.count > report.notes.first.count {
      console.note("… and \(report.notes.count - report.notes.first.count) more notes")
    }
    for summary in report.summaries.first { console.note(summary[.en]) }
    guard report.isAccepted else {
      throw CommandFailure("\(path): nothing was imported")
    }
    console.say(
      "\(isDryRun ? "would import" : "imported") \(report.rows) rows: \(report.created) new, "
        + "\(report.updated) changed, \(report.unchanged) unchanged, "
        + "\(report.repairs.count) cells repaired")
  }

  /// An import that was cut short comes first: this one may change what that one has stored.
  private static func finishInterrupted(
    _ store: Store, _ workspace: Workspace, _ arguments: Arguments, _ console: Console
  ) throws {
    let modules = try workspace.modules(of: try Workspace.key(arguments))
    for name in try UnfinishedImports.finish(in: store, of: modules, clock: .system) {
      console.note("finished the import of \(name), which had been interrupted")
    }
  }

  private static func show(_ progress: ImportProgress, on console: Console) {
    switch progress {
    case .checking(let bytes, let size): console.progress(bytes, of: size, "checked")
    case .storing(let rows, let total): console.progress(rows, of: total, "stored")
    }
  }

  private static let exportFile = Command(
    "export", "writes a dataset, or a table of the open data", parameters: ["DATASET"],
    options: [
      Workspace.tenantOption,
      .value("format", "FORMAT", "csv, json, xlsx or geojson; else as FILE ends, else csv"),
      .value("output", "FILE", "where to; standard output unless given"), Workspace.dataOption,
      Workspace.storeOption,
    ]
  ) { arguments, console in
    let ending = arguments.value("output")?.split(separator: "/").last?
      .split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let (module, exported) = try exported(arguments, workspace)
    let formats = exported.formats
    let name =
      arguments.value("format")
      ?? formats.first { $0.rawValue == ending?.lowercased() }?.rawValue ?? "csv"
    guard let format = formats.first(where: { $0.rawValue == name }) else {
      let known = formats.map(\.rawValue).joined(separator: ", ")
      throw UsageError("this dataset is not written as '\(name)': there are \(known)")
    }
    let rows: Int
    if let path = arguments.value("output") {
      let file = try OutputFile(path)
      rows = try exported.write(as: format, from: store) { try file.append($0) }
      try file.finish()
      console.note("\(rows) rows in \(path)")
    } else {
      rows = try exported.write(as: format, from: store) { try console.write($0) }
    }
    try store.write { transaction in
      try AuditLog.record(
        AuditEvent(
          "\(module).dataset.exported", subject: arguments["DATASET"],
          details: ["rows": "\(rows)"]), by: Workspace.actor("export"),
        at: Clock.system.now(), in: transaction)
    }
  }

  /// What is exported: a dataset with all that staff know, or a table as everybody may have it.
  private enum Exported {
    case dataset(any Dataset)
    case published(any PublishedTable)

    var formats: [DatasetExport.Format] {
      switch self {
      case .dataset(let dataset): DatasetExport.formats(of: dataset)
      case .published(let table): table.exportFormats
      }
    }

    func write(
      as format: DatasetExport.Format, from store: Store, to write: ([UInt8]) throws -> Void
    ) throws -> Int {
      switch self {
      case .dataset(let dataset):
        try DatasetExport.write(dataset, as: format, from: store, to: write)
      case .published(let table): try table.export(as: format, from: store, to: write)
      }
    }
  }

  /// A dataset comes before a published table of the same name, of which it tells more.
  private static func exported(
    _ arguments: Arguments, _ workspace: Workspace
  ) throws -> (module: String, exported: Exported) {
    let modules = try workspace.modules(of: try Workspace.key(arguments))
    let isDataset = modules.flatMap(\.datasets).contains {
      $0.definition.name == arguments["DATASET"]
    }
    if !isDataset {
      for module in modules {
        for table in module.publications where table.name == arguments["DATASET"] {
          return (module.identifier, .published(table))
        }
      }
    }
    let found = try dataset(arguments, workspace)
    return (found.module, .dataset(found.dataset))
  }

  private static func dataset(
    _ arguments: Arguments, _ workspace: Workspace
  ) throws -> (module: String, dataset: any Dataset) {
    let modules = try workspace.modules(of: try Workspace.key(arguments))
    for module in modules {
      for dataset in module.datasets where dataset.definition.name == arguments["DATASET"] {
        return (module.identifier, dataset)
      }
    }
    let known = modules.flatMap(\.datasets).map(\.definition.name)
    throw UsageError(
      "this tenant has no dataset '\(arguments["DATASET"].prefix(80))': it has "
        + known.joined(separator: ", "))
  }

  private static func encoding(_ arguments: Arguments) throws -> TextEncoding? {
    switch arguments.value("encoding") {
    case nil: nil
    case "utf-8": .utf8
    case "cp932": .cp932
    case let other?: throw UsageError("there is no encoding '\(other)': give utf-8 or cp932")
    }
  }
}
