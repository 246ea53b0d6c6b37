import Synchronization
import YuiStorage
import YuiText

/// Answers on the management listener: health, metrics, and what the program adds.
final class ManagementDesk: Sendable {
  private let routes: [ManagementRoute]
  private let gauges: @Sendable () -> [ServerConfiguration.Gauge]
  private let isStopping: @Sendable () -> Bool
  private let build: String

  init(
    routes: [ManagementRoute], build: String,
    gauges: @escaping @Sendable () -> [ServerConfiguration.Gauge],
    isStopping: @escaping @Sendable () -> Bool
  ) {
    self.routes = routes
    self.build = build
    self.gauges = gauges
    self.isStopping = isStopping
  }

  func respond(_ call: Call, isLocalSocket: Bool, dispatcher: Dispatcher) -> Outcome {
    let request = call.request
    switch (request.method, request.path) {
    case (.get, "/health/live"), (.head, "/health/live"):
      return .now(dispatcher.finish(.text("alive\n"), call))
    case (.get, "/health/ready"), (.head, "/health/ready"):
      return .now(dispatcher.finish(readiness(dispatcher), call))
    case (.get, "/metrics"):
      let text = metrics(dispatcher)
      let response = Response.bytes(
        Array(text.utf8), contentType: "text/plain; version=0.0.4; charset=utf-8")
      return .now(dispatcher.finish(response, call))
    default: break
    }
    let route = routes.first { $0.method == request.method && $0.path == request.path }
    guard let route else { return .now(dispatcher.answer(HTTPProblem.notFound, for: call)) }
    guard request.method.isSafe || isLocalSocket else {
      return .now(dispatcher.answer(HTTPProblem.forbidden, for: call))
    }
    return dispatcher.aside(call) { try route.handler(request) }
  }

  /// Ready as long as some store takes writes: one tenant's full disk is not the others' fault.
  private func readiness(_ dispatcher: Dispatcher) -> Response {
    let sites = dispatcher.sites.sites
    let readOnly = sites.filter { $0.store.health != .ready }.map(\.key).sorted()
    let isReady = !isStopping() && (sites.isEmpty || readOnly.count < sites.count)
    let unserved = dispatcher.sites.unserved
    let isWhole = readOnly.isEmpty && unserved.isEmpty
    let status = isStopping() ? "stopping" : isWhole ? "ready" : "degraded"
    let body: JSONValue = [
      "status": .string(status), "readOnly": .array(readOnly.map(JSONValue.string)),
      "unserved": .array(unserved.map(JSONValue.string)),
    ]
    return .bytes(body.bytes, contentType: "application/json", status: isReady ? 200 : 503)
  }

  private func metrics(_ dispatcher: Dispatcher) -> String {
    var text = PrometheusText()
    let metrics = dispatcher.metrics
    text.start("yui_build_info", "gauge", "The build that runs")
    text.sample("yui_build_info", [("version", build)], 1)
    metrics.writeRoutes(to: &text)
    dispatcher.forms.write(to: &text)
    text.gauge(
      "yui_connections", "Open connections", metrics.connections.load(ordering: .relaxed))
    text.counter(
      "yui_connections_refused_total", "Connections over the limit of an address",
      metrics.refusedConnections.load(ordering: .relaxed))
    text.counter(
      "yui_connections_timed_out_total", "Connections closed because the peer took too long",
      metrics.timedOutConnections.load(ordering: .relaxed))
    text.gauge("yui_slow_queue", "Slow work that waits", dispatcher.slowPool.queued)
    text.gauge(
      "yui_remote_read_queue", "Reads of remote stores that wait", dispatcher.remoteReads.queued)
    text.counter(
      "yui_cache_hits_total", "Answers sent as kept",
      metrics.cacheHits.load(ordering: .relaxed))
    text.counter(
      "yui_cache_misses_total", "Answers made for the cache",
      metrics.cacheMisses.load(ordering: .relaxed))
    text.gauge("yui_cache_bytes", "Memory of kept answers", dispatcher.cache.memory)
    text.counter("yui_log_dropped_total", "Log lines dropped", dispatcher.log.dropped)
    let sites = dispatcher.sites.sites
    text.gauge("yui_sites", "Sites", sites.count)
    text.gauge(
      "yui_stores_read_only", "Stores that take no writes",
      sites.count { $0.store.health != .ready })
    for gauge in gauges() { text.gauge(gauge.name, gauge.help, gauge.value) }
    return text.text
  }
}

extension Dispatcher {
  /// Lets a request in that belongs to no site.
  func admitToManagement(
    _ request: Request, contentLength: Int?, hasContent: Bool
  ) -> Admission {
    let call = Call(
      request: request, number: nextRequestNumber(), now: clock.now(), language: .en,
      acceptsGzip: false)
    guard Self.isLocalName(request.host), contentLength ?? 0 <= BodyLimit.form else {
      return .answered(call, answer(HTTPProblem.forbidden, for: call))
    }
    let content = ExpectedContent(limit: BodyLimit.form, length: contentLength)
    return .admitted(call, hasContent ? content : nil)
  }

  /// A page elsewhere may have a name of its own point here (DNS rebinding); it comes with that
  /// name.
  private static func isLocalName(_ host: String) -> Bool {
    host == "localhost" || PeerAddress(host.trimmingBrackets)?.isLoopback == true
  }
}

extension String {
  var trimmingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
  }
}
