/// A path, a method, who may call it, and what answers.
///
/// ```swift
/// Route.get("/reviews/{slug}", access: .anyone, cache: .publicData(query: ["page"])) {
///   context, snapshot in
///   let slug = try context.request.parameter("slug", as: Slug.self)
///   …
/// }
/// ```
public struct Route: Sendable {
  /// The method; a GET route answers HEAD too.
  public let method: HTTPMethod
  /// Who may call it.
  public let access: Access
  let pattern: RoutePattern
  let handler: Handler
  let cache: CachePolicy?
  let bodyLimit: Int
  /// What `/api/openapi.json` says of it; `nil` for routes it doesn't list.
  public private(set) var operation: Operation?
  private(set) var isOpenToOtherOrigins = false
  private(set) var isGuarded = false
  private var audience: Audience

  private enum Audience {
    case people
    case programs
    /// Programs, as far as this holds of a request; people otherwise.
    case both(isProgram: @Sendable (Request) -> Bool)
  }

  init(
    _ method: HTTPMethod, _ path: String, access: Access, cache: CachePolicy? = nil,
    bodyLimit: Int = 0, handler: Handler
  ) {
    guard let pattern = RoutePattern(path) else {
      preconditionFailure("Not a path of a route: \(path)")
    }
    self.method = method
    self.pattern = pattern
    self.access = access
    self.cache = cache
    self.bodyLimit = bodyLimit
    self.handler = handler
    audience = path.hasPrefix("/api/") ? .programs : .people
  }

  /// The path with its parameters in braces.
  public var path: String { pattern.text }

  /// Whether it is called by programs alone.
  var isForPrograms: Bool { if case .programs = audience { true } else { false } }

  /// Whether a refusal of this request is a problem document rather than a page.
  func refusesWithDocument(_ request: Request) -> Bool {
    switch audience {
    case .people: false
    case .programs: true
    case .both(let isProgram): isProgram(request)
    }
  }

  /// Returns the route described for OpenAPI.
  public func documented(_ operation: Operation) -> Route {
    var copy = self
    copy.operation = operation
    return copy
  }

  /// Returns the route with refusals as problem documents, as routes under `/api/` have them.
  public func forPrograms() -> Route {
    var copy = self
    copy.audience = .programs
    return copy
  }

  /// Returns the route with refusals as problem documents for the requests that programs send.
  public func forPrograms(where isProgram: @escaping @Sendable (Request) -> Bool) -> Route {
    var copy = self
    copy.audience = .both(isProgram: isProgram)
    return copy
  }

  /// Returns the route as that of a public form, with a limit for anonymous callers; see
  /// ``FormGuard``.
  public func guarded() -> Route {
    var copy = self
    copy.isGuarded = true
    return copy
  }

  /// Returns the route open to scripts of other origins (CORS), which never carry a session.
  public func openToOtherOrigins() -> Route {
    var copy = self
    copy.isOpenToOtherOrigins = true
    return copy
  }
}
