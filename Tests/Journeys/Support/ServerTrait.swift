import Testing

/// Runs a suite beside one server of its own, which stops when the suite has ended.
struct ServerTrait: SuiteTrait, TestScoping {
  /// Makes the data folder's content and starts the server.
  let start: @Sendable () throws -> RunningServer

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let server = try start()
    try await RunningServer.$shared.withValue(server, operation: function)
    #expect(try server.stop() == .exit(0))
  }
}

extension Trait where Self == ServerTrait {
  /// One tenant, Shinjuku, with its administrator.
  static var servedTenant: Self { ServerTrait { try RunningServer(Shinjuku.deployment()) } }

  /// The demo, in its second start.
  static var servedDemo: Self {
    ServerTrait {
      let deployment = try Deployment()
      let first = try RunningServer(deployment, command: "demo")
      #expect(try first.stop() == .exit(0))
      _ = try deployment.file("first-start", first.process.errors)
      return try RunningServer(deployment, command: "demo")
    }
  }
}

extension RunningServer {
  @TaskLocal fileprivate static var shared: RunningServer?

  /// The server of the suite.
  static var current: RunningServer {
    get throws {
      guard let shared else { throw JourneyError("this suite has no server") }
      return shared
    }
  }
}
