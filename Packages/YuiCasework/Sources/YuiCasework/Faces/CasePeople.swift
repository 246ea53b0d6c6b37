import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The people to whom a case can be given, by name.
struct CasePeople {
  private let accounts: [Account]

  init(in source: some Queryable) throws {
    accounts = try AccountStore.all(in: source)
  }

  /// How an account is called; its id where it is gone.
  func name(of id: UUIDv7) -> String {
    accounts.first { $0.id == id }?.email.description ?? id.description
  }

  /// Those who can sign in, the one who looks first.
  func choices(_ context: RequestContext) -> [Choice] {
    let me = accounts.filter { $0.id == context.principal?.id }.map { account in
      Choice(
        account.id.description,
        context.text(ja: "自分（\(account.email)）", en: "Me (\(account.email))"))
    }
    let others = accounts.filter { isAble($0) && $0.id != context.principal?.id }
    return me + others.map { Choice($0.id.description, $0.email.description) }
  }

  /// Whether a case can be given to an account.
  func canTake(_ id: UUIDv7) -> Bool {
    accounts.contains { $0.id == id && isAble($0) }
  }

  /// People of other organisations have accounts, too.
  private func isAble(_ account: Account) -> Bool { account.isEnabled && account.role.isStaff }
}
