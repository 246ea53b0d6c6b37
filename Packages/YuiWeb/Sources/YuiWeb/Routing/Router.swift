/// Finds the route for a path; built once for a site.
struct Router: Sendable {
  enum Match {
    case found(Route, parameters: [String: String])
    /// The path exists for these methods only.
    case otherMethod(allowed: [HTTPMethod], routes: [Route])
    case notFound
  }

  private struct Node {
    var literals: [String: Int] = [:]
    /// Tried in order: the more text around the parameter, the earlier.
    var parameters: [(prefix: String, suffix: String, node: Int)] = []
    var routes: [Route] = []
  }

  private var nodes = [Node()]

  /// Builds the table; two routes for the same method and path are a mistake that stops the
  /// program.
  init(_ routes: [Route]) {
    for route in routes { insert(route) }
  }

  /// Finds the route for a method and a decoded path; a GET route answers HEAD too.
  func match(_ method: HTTPMethod, path: String) -> Match {
    let segments = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    var values: [String] = []
    guard let node = find(segments[...], from: 0, &values) else { return .notFound }
    let routes = nodes[node].routes
    let wanted = method == .head ? .get : method
    guard let route = routes.first(where: { $0.method == wanted }) else {
      return .otherMethod(allowed: Self.allowed(routes), routes: routes)
    }
    let names = route.pattern.parameterNames
    return .found(
      route, parameters: Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first }))
  }

  private static func allowed(_ routes: [Route]) -> [HTTPMethod] {
    HTTPMethod.allCases.filter { method in
      method == .options || routes.contains { $0.method == (method == .head ? .get : method) }
    }
  }

  /// Follows literals first and comes back for parameters where they lead nowhere.
  private func find(
    _ segments: ArraySlice<Substring>, from node: Int, _ values: inout [String]
  )
    -> Int?
  {
    guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
    let rest = segments.dropFirst()
    if let next = nodes[node].literals[String(segment)], let found = find(rest, from: next, &values)
    {
      return found
    }
    for (prefix, suffix, next) in nodes[node].parameters {
      guard
        segment.utf8.count > prefix.utf8.count + suffix.utf8.count,
        segment.hasPrefix(prefix), segment.hasSuffix(suffix)
      else { continue }
      let depth = values.count
      values.append(
        String(segment.dropFirst(prefix.count).dropLast(suffix.count)))
      if let found = find(rest, from: next, &values) { return found }
      values.removeSubrange(depth...)
    }
    return nil
  }

  private mutating func insert(_ route: Route) {
    var node = 0
    for segment in route.pattern.segments {
      node = child(of: node, for: segment)
    }
    precondition(
      !nodes[node].routes.contains { $0.method == route.method },
      "Two routes for \(route.method.rawValue) \(route.pattern.text)")
    nodes[node].routes.append(route)
  }

  private mutating func child(of node: Int, for segment: RoutePattern.Segment) -> Int {
    switch segment {
    case .literal(let text):
      if let next = nodes[node].literals[text] { return next }
      nodes.append(Node())
      nodes[node].literals[text] = nodes.count - 1
    case .parameter(_, let prefix, let suffix):
      let known = nodes[node].parameters.first { $0.prefix == prefix && $0.suffix == suffix }
      if let known { return known.node }
      nodes.append(Node())
      nodes[node].parameters.append((prefix, suffix, nodes.count - 1))
      nodes[node].parameters.sort {
        $0.prefix.utf8.count + $0.suffix.utf8.count > $1.prefix.utf8.count + $1.suffix.utf8.count
      }
    }
    return nodes.count - 1
  }
}
