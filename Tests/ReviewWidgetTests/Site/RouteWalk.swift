import ReviewWidget
import Testing
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// What a route did with a caller, seen from outside.
enum Reception: Hashable, Sendable, CustomStringConvertible {
  /// It went on to do what it is for, whatever came of it.
  case letIn(status: Int)
  /// A person was sent to sign in, a program told that it needs a token.
  case askedWho
  case forbidden

  init(_ answer: TestResponse) {
    let toSignIn = answer.headers["Location"]?.hasPrefix("/staff/login") == true
    // Signing out leads to the same page, and says that what is kept must go.
    let isSignedOut = answer.headers["Clear-Site-Data"] != nil
    switch answer.status {
    case 401: self = .askedWho
    case 303 where toSignIn && !isSignedOut: self = .askedWho
    case 403: self = .forbidden
    default: self = .letIn(status: answer.status)
    }
  }

  var isLetIn: Bool { if case .letIn(let status) = self { status < 500 } else { false } }

  var description: String {
    switch self {
    case .letIn(let status): "let in (\(status))"
    case .askedWho: "asked who it is"
    case .forbidden: "forbidden"
    }
  }
}

/// Calls every route of a tenant's whole site, in many guises.
struct RouteWalk {
  let home: SiteHarness
  let elsewhere: SiteHarness
  let routes: [Route]
  let accounts: [Role: Account]
  let permissions: [Permission: Set<Role>]
  private let stranger: Account
  private let response: String

  init(_ deployment: TestDeployment, _ mode: SiteHarness.Mode) throws {
    home = try deployment.serve("131041", mode)
    elsewhere = try deployment.serve("131016", mode)
    routes = home.site.routes
    let declared = TenantPermission.all + ReviewWidget().permissions
    permissions = Dictionary(
      declared.map { ($0.permission, $0.roles) }, uniquingKeysWith: { $0.union($1) })
    var accounts: [Role: Account] = [:]
    for role in Role.allCases { accounts[role] = try home.addAccount(role) }
    self.accounts = accounts
    stranger = try elsewhere.addAccount(.administrator)
    response = try Self.addResponse(to: home)
  }

  /// A service `a` with a place `desk`, and one response with its case; the response's id.
  private static func addResponse(to harness: SiteHarness) throws -> String {
    try harness.site.store.write { transaction in
      try transaction.execute(
        """
        INSERT INTO reviews_services
          (slug, kind, name_ja, name_en, department, channels, status, url)
        VALUES ('a', 'counter', '窓口', '', '', 'web', 'open', '')
        """)
      try transaction.execute(
        """
        INSERT INTO reviews_places (service, code, name_ja, name_en, channel, short)
        VALUES ('a', 'desk', '3番窓口', '', 'web', '7k3m9q')
        """)
      try transaction.execute(
        """
        INSERT INTO reviews_improvements
          (number, service, title, finding, plan, owner, state, is_public)
        VALUES (1, 'a', '案内', '迷う', '', '', 'found', 1)
        """)
    }
    let answer = try harness.client().post(
      "/api/reviews/services/a/responses", json: #"{"score":5,"comment":"よかった"}"#)
    return String(answer.headers["Location"]?.split(separator: "/").last ?? "")
  }

  // MARK: Guises

  /// A browser of the other tenant's administrator, with its cookie and the token of its pages.
  func neighbour() throws -> TestClient { try elsewhere.client(signedInAs: stranger.id) }

  func browser(_ role: Role) throws -> TestClient {
    let account = try #require(accounts[role])
    return try home.client(signedInAs: account.id)
  }

  /// Sends what fits a route; cookies and token are the client's, the site is always this one.
  func call(
    _ route: Route, as client: TestClient, includesToken: Bool = true, token: String? = nil,
    headers: [String: String] = [:]
  ) throws -> Reception {
    let visitor = home.client()
    visitor.cookies = client.cookies
    visitor.headers = client.headers
    var headers = headers
    let token = includesToken ? token ?? client.antiForgeryToken : nil
    if let token { headers[AntiForgery.header] = token }
    let path = path(of: route)
    switch route.method {
    case .get: return Reception(try visitor.get(path, headers: headers))
    case .post where route.path.hasPrefix("/api/"):
      return Reception(try visitor.post(path, json: #"{"score":5}"#, headers: headers))
    case .post:
      return Reception(
        try visitor.post(
          path,
          form: ["email": "administrator@city.example.jp", "password": "password", "score": "5"],
          includesToken: false, headers: headers))
    default: return .letIn(status: 599)
    }
  }

  private func path(of route: Route) -> String {
    let isResponse = route.path.contains("/responses/")
    let values = [
      "slug": "a", "code": "desk", "dataset": "review-services", "link": "none",
      "module": "reviews", "number": "1", "set": "short",
      "id": isResponse ? response : "0190163d-8694-739b-aea5-966c26f8ad91",
    ]
    return values.reduce(route.path) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// The roles that may call a route.
  func roles(for route: Route) -> Set<Role> {
    switch route.access {
    case .anyone, .anyoneSeesMore, .signedIn: Set(Role.allCases)
    case .permission(let permission): permissions[permission] ?? []
    }
  }

  /// What people and programs may change, counted.
  func traces() throws -> [Int] {
    let counts: [SQL] = [
      "SELECT COUNT(*) FROM yui_audit_leaves", "SELECT COUNT(*) FROM yui_accounts",
      "SELECT COUNT(*) FROM yui_tokens", "SELECT COUNT(*) FROM yui_imports",
      "SELECT COUNT(*) FROM yui_settings", "SELECT COUNT(*) FROM reviews_services",
      "SELECT COUNT(*) FROM reviews_places",
      "SELECT COUNT(*) FROM reviews_improvements",
      "SELECT COUNT(*) FROM reviews_improvement_responses",
    ]
    return try home.site.store.read { snapshot in
      try counts.map { try snapshot.first($0) { try $0.int(0) } ?? -1 }
    }
  }
}

extension Route {
  /// How the walk names it.
  var name: String { "\(method.rawValue) \(path)" }

  var isForAnyone: Bool {
    switch access {
    case .anyone, .anyoneSeesMore: true
    case .signedIn, .permission: false
    }
  }

  /// Whether its credentials are looked at at all.
  var looksAtCredentials: Bool { access != .anyone }
}

extension Access {
  /// How the table of accesses names it.
  var name: String {
    switch self {
    case .anyone: "anyone"
    case .anyoneSeesMore(let permission): "anyone, more with \(permission.rawValue)"
    case .signedIn: "signed in"
    case .permission(let permission): permission.rawValue
    }
  }
}
