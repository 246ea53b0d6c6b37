import FoundationEssentials
import TenantService
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Tokyo and its 62 municipalities as tenants: a real survey at Tokyo, samples at the others.
///
/// What a first start did not finish, the next one does; a folder that is complete is left alone.
struct Demo {
  private static let administrator = "demo@example.lg.jp"
  private static let tokyo = "130001"

  let folder: DataFolder
  let console: Console

  /// Makes what is missing.
  func prepare(_ deployment: Deployment) throws {
    let governments = LocalGovernment.all.filter { $0.prefecture == "東京都" }
    let present = Set(try deployment.tenants().map { "\($0.key)" })
    let missing = governments.filter { !present.contains($0.code) }
    guard !missing.isEmpty else { return }
    let hash = try PasswordHasher().hash(try Password(try password()))
    for (index, government) in missing.enumerated() {
      console.progress(index, of: missing.count, government.name)
      try make(government, passwordHash: hash, deployment)
    }
    console.clearProgress()
    let place = deployment.server?.address ?? folder.path
    console.note("\(missing.count) demo tenants were made in \(place)")
  }

  /// Says how to sign in, on standard error only.
  func tellSignIn(at address: ListenAddress?) throws {
    guard case .tcp(_, let port)? = address else { return }
    console.note(
      """
      hub             http://localhost:\(port)/
      a tenant        http://131041.localhost:\(port)/
      staff sign-in   http://131041.localhost:\(port)/staff/login
                      \(Self.administrator)   \(try password())
      """)
  }

  /// Data first, then the entry in the list of tenants, which says that it is complete.
  private func make(
    _ government: LocalGovernment, passwordHash: String, _ deployment: Deployment
  ) throws {
    var draft = TenantDraft(key: government.code)
    if government.code != Self.tokyo {
      draft.noticeJa = "デモ環境：このサイトのサービス、評価、場所、資産は見本です。"
      draft.noticeEn = "Demo: the services, responses, places and assets on this site are samples."
    } else {
      draft.noticeJa = "デモ環境：東京都が公表した2020年11月の職員アンケートの結果を表示しています。"
      draft.noticeEn = "Demo: this shows the staff survey of November 2020 as Tokyo published it."
    }
    try deployment.create(draft) { store in
      try store.write { transaction in
        try addAdministrator(passwordHash, in: transaction)
      }
      for step in steps(of: government) {
        switch step {
        case .load(let file): try load(file, into: store)
        case .change(let change): try store.write { try change($0) }
        }
      }
    }
  }

  private func steps(of government: LocalGovernment) -> [DemoStep] {
    guard government.code != Self.tokyo else { return StaffSurvey.steps + TokyoRollout.steps }
    let today = Clock.system.now().date
    return SampleReviews(government, today: today).steps
      + (SampleSites(government, today: today)?.steps ?? [])
      + (SampleAssets(government, today: today)?.steps ?? [])
  }

  private func addAdministrator(_ hash: String, in transaction: Transaction) throws {
    guard let email = EmailAddress(Self.administrator),
      try AccountStore.account(email: email, in: transaction) == nil
    else { return }
    let account = try AccountStore.add(
      email, role: .administrator, at: Clock.system.now(), in: transaction)
    try AccountStore.setPasswordHash(hash, of: account.id, in: transaction)
    try AuditLog.record(
      AuditEvent("tenant.account.added", subject: "\(email)", details: ["role": "administrator"]),
      by: Workspace.actor("demo"), at: Clock.system.now(), in: transaction)
  }

  /// Brings a file in by the same import that users have.
  private func load(_ file: DemoFile, into store: Store) throws {
    for module in Workspace.modules {
      for dataset in module.datasets where dataset.definition.name == file.dataset {
        let report = try DatasetImport(
          file: Array(file.text.utf8), name: file.name, module: module.identifier,
          dataset: dataset
        ).run(by: Workspace.actor("demo"), in: store, clock: .system)
        if let problem = report.problems.first.first {
          throw CommandFailure("\(file.name): \(problem.text(.en))")
        }
      }
    }
  }

  /// The password of the demo's accounts: random for each data folder, kept in it.
  private func password() throws -> String {
    let path = folder.path + "/demo-password"
    if let bytes = FileManager.default.contents(atPath: path) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var generator = SystemRandomNumberGenerator()
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let password = (0..<4).map { _ in
      String((0..<5).compactMap { _ in letters.randomElement(using: &generator) })
    }.joined(separator: "-")
    let file = try OutputFile(path)
    try file.append(Array(password.utf8))
    try file.finish()
    return password
  }
}

/// One step on the way to what a demo tenant holds.
enum DemoStep: Sendable {
  case load(DemoFile)
  case change(@Sendable (Transaction) throws -> Void)
}

/// A file of the demo: a dataset's rows as CSV.
struct DemoFile: Sendable {
  let dataset: String
  let name: String
  let text: String
}

extension DemoFile {
  /// Rows under a header.
  init(_ dataset: String, name: String, header: [String], rows: [[String]]) {
    var writer = CSVWriter()
    writer.write(header)
    for row in rows { writer.write(row) }
    self.init(dataset: dataset, name: name, text: String(decoding: writer.take(), as: UTF8.self))
  }
}
