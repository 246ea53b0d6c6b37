import Testing

/// Commands work by themselves and beside a running server; most journeys try both.
enum Surroundings: String, CaseIterable, CustomTestStringConvertible {
  case alone
  case besideServer

  var testDescription: String { self == .alone ? "alone" : "beside a running server" }

  /// Runs a journey, and stops the server where there is one.
  func run(on deployment: Deployment, _ body: (Stage) throws -> Void) throws {
    let server = self == .besideServer ? try RunningServer(deployment) : nil
    try body(Stage(deployment: deployment, server: server))
    if let server { #expect(try server.stop() == .exit(0)) }
  }
}

/// Where a journey of commands takes place.
struct Stage {
  let deployment: Deployment
  fileprivate let server: RunningServer?

  /// Looks at what the server shows; where none runs, one is started for this look alone.
  func look<Result>(_ body: (RunningServer) throws -> Result) throws -> Result {
    if let server { return try body(server) }
    let server = try RunningServer(deployment)
    let result = try body(server)
    #expect(try server.stop() == .exit(0))
    return result
  }
}

/// Expects a command to fail with a status, and to say each of these words on standard error.
func expect(
  _ outcome: Deployment.Outcome, exit status: Int32, saying words: String...,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(outcome.end == .exit(status), sourceLocation: location)
  #expect(outcome.output.isEmpty, sourceLocation: location)
  for word in words {
    #expect(outcome.errors.contains(word), sourceLocation: location)
  }
}
