import Synchronization
import YuiStorage
import YuiText

/// Takes a checked request to its site, route and handler.
///
/// It knows nothing of sockets: the server drives it from connections, tests drive it directly.
package final class Dispatcher: Sendable {
  let sites: any SiteDirectory
  let cache: ResponseCache
  let metrics: Metrics
  let log: Log
  let clock: Clock
  let slowPool: WorkerPool
  let remoteReads: RemoteReads
  let forms: FormDesk
  private let requestIDs = RequestIDs()
  /// When the log was last told that a server is away, in milliseconds since 1970.
  private let outageTold = Atomic<Int64>(0)

  package init(_ configuration: ServerConfiguration, sites: any SiteDirectory) {
    self.sites = sites
    clock = configuration.clock
    cache = ResponseCache(capacity: configuration.cacheMemory)
    metrics = Metrics()
    log = Log(configuration.log, clock: configuration.clock)
    slowPool = WorkerPool(
      name: "slow", threads: configuration.slowThreads, capacity: configuration.slowQueue,
      niceness: 5)
    remoteReads = RemoteReads(configuration)
    forms = FormDesk(formsPerMinute: configuration.formsPerMinute)
  }

  func nextRequestNumber() -> UInt64 { requestIDs.next() }

  /// Finds site and route, and turns away what needs no content to be turned away.
  package func admit(_ request: Request, contentLength: Int?, hasContent: Bool) -> Admission {
    var call = Call(
      request: request, number: nextRequestNumber(), now: clock.now(),
      language: LanguagePreference.chosen(request),
      acceptsGzip: AcceptedEncoding.takesGzip(request.headers["accept-encoding"]))
    do {
      guard let site = sites.site(host: request.host) else {
        throw sites.isUnserved(host: request.host)
          ? HTTPProblem.outage(retryAfter: 30) : HTTPProblem.notFound
      }
      call.site = site
      if let asset = Asset.response(call) { return .answered(call, finish(asset, call)) }
      if let response = try route(&call, at: site) {
        return .answered(call, finish(response, call))
      }
      guard let route = call.route else { throw HTTPProblem.notFound }
      if let contentLength, contentLength > route.bodyLimit { throw HTTPProblem.contentTooLarge }
      guard hasContent else { return .admitted(call, nil) }
      // Who may not send something isn't let send it: content is taken after the check of access.
      let content = ExpectedContent(limit: route.bodyLimit, length: contentLength)
      return site.store.isRemote && !Self.isAnonymous(request, to: route)
        ? admitRemotely(call, content) : admitIdentified(call, content)
    } catch {
      return .answered(call, answer(error, for: call))
    }
  }

  /// Lets a caller who may send content send it.
  func admitIdentified(_ call: Call, _ content: ExpectedContent) -> Admission {
    var call = call
    do {
      try identify(&call)
      return .admitted(call, content)
    } catch {
      return .answered(call, answer(error, for: call))
    }
  }

  /// Answers an admitted call: here, or aside where its store has to be waited for.
  package func respond(_ call: Call) -> Outcome {
    guard let route = call.route, let site = call.site else {
      return .now(answer(HTTPProblem.notFound, for: call))
    }
    guard site.store.isRemote else { return run(call, route, site) }
    if let version = site.store.publicVersionWithoutWaiting,
      let shared = SharedCall(call, to: route), let kept = keptAnswer(to: shared, version)
    {
      return .cached(kept)
    }
    return respondRemotely(call, route, site)
  }

  /// Runs what a call asks for, on this thread as far as it reads.
  func run(_ call: Call, _ route: Route, _ site: Site) -> Outcome {
    var call = call
    do {
      switch route.handler {
      case .read(let handler):
        if let shared = SharedCall(call, to: route) {
          return try cachedRead(handler, shared, site: site)
        }
        return .now(try read(handler, call, site: site))
      case .auditedRead(let handler):
        return try auditedRead(handler, call, site: site)
      case .write(let handler):
        try identify(&call)
        return try write(handler, call, site: site)
      case .slow(let handler):
        try identify(&call)
        return try slow(handler, call, site: site)
      }
    } catch {
      return .now(answer(error, for: call))
    }
  }

  /// The refusal that an error becomes; what isn't meant for the caller is a bare 500 and a log
  /// line.
  func answer(_ error: any Error, for call: Call) -> Response {
    if let refusal = error as? Refusal { return finish(refusal.response, call) }
    if call.route?.isGuarded == true, let problem = error as? HTTPProblem,
      let reason = FormDesk.Refusal(status: problem.status)
    {
      forms.count(reason, at: call.routeName)
    }
    let problem: HTTPProblem
    switch error {
    case let error as HTTPProblem: problem = error
    case let error as StoreError:
      problem = HTTPProblem(error, forPrograms: call.wantsDocument) ?? .internalError
      if problem.status >= 500, isWorthALine(error, for: call) {
        log.write("error", "\(call.routeName): \(error)", requestID: call.requestID)
      }
    default:
      // The type alone: the text of an unknown error may hold what somebody wrote.
      problem = .internalError
      log.write("error", "\(call.routeName): \(type(of: error))", requestID: call.requestID)
    }
    return finish(ProblemAnswer.response(problem, for: call), call)
  }

  /// Whether an error of the store is told in the log: not that it is busy, and of a server that is
  /// away, which every request meets, only now and then.
  private func isWorthALine(_ error: StoreError, for call: Call) -> Bool {
    if error.code == .busy { return false }
    let isOutage =
      error.code == .unavailable || error.code == .readOnly && call.site?.store.isRemote == true
    guard isOutage else { return true }
    let (now, last) = (call.now.milliseconds, outageTold.load(ordering: .relaxed))
    return now - last >= 10_000
      && outageTold.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
  }

  func finish(_ response: Response, _ call: Call) -> Response {
    AnswerFinish(call: call).finish(response)
  }

  /// Finds the route; returns an answer where the path alone gives one.
  private func route(_ call: inout Call, at site: Site) throws -> Response? {
    if call.request.method == .options, call.request.path == "*" {
      return Response.noContent.header("Allow", Self.list(HTTPMethod.allCases))
    }
    switch site.router.match(call.request.method, path: call.request.path) {
    case .found(let route, let parameters):
      call.route = route
      call.request.parameters = parameters
      return nil
    case .otherMethod(let allowed, let routes):
      if call.request.method == .options {
        return Preflight.response(call.request, allowed: allowed, routes: routes)
      }
      throw HTTPProblem(status: 405, headers: ["Allow": Self.list(allowed)])
    case .notFound:
      throw HTTPProblem.notFound
    }
  }

  static func list(_ methods: [HTTPMethod]) -> String {
    methods.map(\.rawValue).joined(separator: ", ")
  }
}
