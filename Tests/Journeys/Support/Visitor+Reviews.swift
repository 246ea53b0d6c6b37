import YuiHTTPClient

extension Visitor {
  /// The property names of contracts.md.
  struct Statistics: Decodable {
    let responses: Int?
    let distribution: [String: Int]?
    let mean: Double?
    let suppressed: Bool
  }

  mutating func rate(_ service: String, _ score: Int) throws {
    let answer = try send([("score", "\(score)")], to: "/reviews/\(service)/form")
    guard answer.status == 303 else { throw JourneyError("rating: \(answer.words)") }
  }

  mutating func results(_ service: String) throws -> String {
    try open("/reviews/\(service)").words
  }

  mutating func statistics(_ service: String) throws -> Statistics {
    try open("/api/reviews/services/\(service)/statistics").document()
  }

  /// How many responses the tenant has, whoever may know it.
  var countedResponses: Int {
    get throws {
      let exported = try RunningServer.current.deployment.done(
        "export", "review-responses", "--tenant", Shinjuku.key, "--format", "csv")
      return exported.split(separator: "\r\n").count - 1
    }
  }

  func callAPI(
    _ path: String, _ body: String, _ headers: [HTTPClientHeader] = []
  ) throws -> HTTPClientResponse {
    try HTTPClient().send(
      HTTPClientRequest(
        "POST", site + path,
        headers: [HTTPClientHeader("Content-Type", "application/json")] + headers,
        body: Array(body.utf8)))
  }
}
