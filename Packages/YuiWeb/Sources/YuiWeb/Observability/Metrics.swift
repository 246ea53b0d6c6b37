import Synchronization

/// Counts what the server does, for Prometheus.
final class Metrics: Sendable {
  /// Counters of one route.
  final class RouteCounters: Sendable {
    struct Counts {
      var byStatus: [Int: Int] = [:]
      var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
      var seconds = 0.0
      var total = 0
    }

    let counts = Mutex(Counts())

    func record(status: Int, seconds: Double) {
      counts.withLock { counts in
        counts.byStatus[status, default: 0] += 1
        counts.total += 1
        counts.seconds += seconds
        if let bucket = Metrics.bounds.firstIndex(where: { seconds <= $0 }) {
          counts.buckets[bucket] += 1
        }
      }
    }
  }

  /// Upper bounds of the histogram of durations, in seconds.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private struct Key: Hashable {
    let method: String
    let route: String
  }

  private let routes = Mutex<[Key: RouteCounters]>([:])
  let connections = Atomic<Int>(0)
  let refusedConnections = Atomic<Int>(0)
  let timedOutConnections = Atomic<Int>(0)
  let cacheHits = Atomic<Int>(0)
  let cacheMisses = Atomic<Int>(0)

  /// The counters of a route; routes are few, since a pattern stands for all its paths.
  func counters(_ method: String, _ route: String) -> RouteCounters {
    routes.withLock { routes in
      let key = Key(method: method, route: route)
      if let known = routes[key] { return known }
      let new = RouteCounters()
      routes[key] = new
      return new
    }
  }

  func writeRoutes(to text: inout PrometheusText) {
    let routes = routes.withLock { Array($0) }
      .sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
      .map { (key: $0.key, counts: $0.value.counts.withLock { $0 }) }
    text.start("yui_http_requests_total", "counter", "Requests answered")
    for (key, counts) in routes {
      for (status, count) in counts.byStatus.sorted(by: { $0.key < $1.key }) {
        text.sample(
          "yui_http_requests_total",
          [("method", key.method), ("route", key.route), ("status", String(status))],
          Double(count))
      }
    }
    text.start("yui_http_request_duration_seconds", "histogram", "From first byte to last")
    for (key, counts) in routes {
      let labels = [("method", key.method), ("route", key.route)]
      var sum = 0
      for (bound, count) in zip(Self.bounds, counts.buckets) {
        sum += count
        text.sample(
          "yui_http_request_duration_seconds_bucket", labels + [("le", String(bound))], Double(sum))
      }
      text.sample(
        "yui_http_request_duration_seconds_bucket", labels + [("le", "+Inf")],
        Double(counts.total))
      text.sample("yui_http_request_duration_seconds_sum", labels, counts.seconds)
      text.sample("yui_http_request_duration_seconds_count", labels, Double(counts.total))
    }
  }
}
