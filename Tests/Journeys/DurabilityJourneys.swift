import FoundationEssentials
import Glibc
import Synchronization
import Testing
import YuiHTTPClient

extension Journeys {
  /// What holds when processes end, well or badly.
  @Suite struct Durability {
    private static let responses = "/api/reviews/services/general-counter/responses"

    @Test("A server killed under load has kept every response it acknowledged")
    func killed() throws {
      let deployment = try Shinjuku.deployment()
      let server = try RunningServer(deployment)
      let acknowledged = Mutex<Set<String>>([])
      let site = server.visitor()
      let clients = Threads.start(8) { client in
        var isAnswered = true
        while isAnswered {
          let answer = try? site.callAPI(Self.responses, #"{"score":\#(client % 5 + 1)}"#)
          isAnswered = answer?.status == 201
          guard isAnswered, let name = answer?.header("Location")?.split(separator: "/").last
          else { continue }
          _ = acknowledged.withLock { $0.insert(String(name)) }
        }
      }
      try wait(for: "some hundred responses") {
        acknowledged.withLock { $0.count > 500 ? () : nil }
      }
      server.process.send(SIGKILL)
      clients.join()
      #expect(try server.process.waitForEnd() == .signal(SIGKILL))

      let again = try RunningServer(deployment)
      let csv = try deployment.done("export", "review-responses", "--tenant", Shinjuku.key)
      let stored = csv.split(separator: "\r\n").dropFirst().compactMap { line in
        line.split(separator: ",").first.map(String.init)
      }
      let known = acknowledged.withLock { $0 }
      #expect(known.subtracting(stored).isEmpty)
      // At most what was on its way when the server died was stored without being acknowledged.
      #expect(stored.count <= known.count + 8)
      var resident = again.visitor()
      #expect(
        (0..<10).contains(
          stored.count - (try resident.statistics("general-counter").responses ?? 0)))
      #expect(try again.stop() == .exit(0))
    }

    @Test(
      "An import killed midway is finished by the next import, or by the server, and is one import",
      arguments: ["import", "serve"])
    func killedImport(next: String) throws {
      let deployment = try Shinjuku.deployment()
      let rows = 60_000
      var text = "service,score,at\n"
      for row in 0..<rows {
        let (day, hour) = ("0\(row % 30 + 1)".suffix(2), "0\(row % 24)".suffix(2))
        text += "general-counter,\(row % 5 + 1),2026-04-\(day)T\(hour):00:00Z\n"
      }
      let path = try deployment.file("responses.csv", text)
      let command = try ChildProcess(
        YuiBinary.path,
        ["import", "review-responses", path, "--tenant", Shinjuku.key, "--data", deployment.data],
        in: deployment.folder)
      try wait(for: "the first rows") {
        try deployment.done("export", "review-responses", "--tenant", Shinjuku.key)
          .contains("general-counter,") ? () : nil
      }
      command.send(SIGKILL)
      #expect(try command.waitForEnd() == .signal(SIGKILL))
      let stored = try responses(of: deployment)
      #expect(stored > 0 && stored < rows)

      if next == "import" {
        let outcome = try deployment.yui(
          "import", "review-responses", path, "--tenant", Shinjuku.key)
        #expect(outcome.errors.contains("finished the import of responses.csv"))
        #expect(outcome.output.contains("0 new, 0 changed, \(rows) unchanged"))
      } else {
        let server = try RunningServer(deployment)
        try wait(for: "the rest of the rows") {
          try responses(of: deployment) == rows ? () : nil
        }
        #expect(try server.stop() == .exit(0))
      }
      #expect(try responses(of: deployment) == rows)
    }

    private func responses(of deployment: Deployment) throws -> Int {
      try deployment.done("export", "review-responses", "--tenant", Shinjuku.key)
        .split(separator: "\r\n").count - 1
    }

    @Test("A server that is told to stop answers what it has accepted, and ends well")
    func stopped() throws {
      let server = try RunningServer(Shinjuku.deployment())
      let site = server.visitor()
      let answers = Mutex<[Int]>([])
      // Signing in hashes a password: slow work, more of it than runs at once.
      let clients = Threads.start(8) { _ in
        var staff = site
        let status =
          (try? staff.send(
            [("email", Shinjuku.email), ("password", Shinjuku.password)], to: "/staff/login"))?
          .status
        answers.withLock { $0.append(status ?? 0) }
      }
      try wait(for: "slow work that waits") {
        try (server.metric("yui_slow_queue") ?? 0) >= 1 || answers.withLock { $0.count >= 4 }
          ? () : nil
      }
      let open = try server.metric("yui_connections") ?? 0
      #expect(try server.stop() == .exit(0))
      clients.join()
      let statuses = answers.withLock { $0 }
      // Whoever came after the door had shut was refused by the kernel, and never got an answer.
      #expect(statuses.filter { $0 == 303 }.count >= open - 1)
      #expect(statuses.allSatisfy { $0 == 303 || $0 == 0 })
    }

    @Test("A second server on the same data folder says so and leaves the first alone")
    func second() throws {
      let deployment = try Shinjuku.deployment()
      let server = try RunningServer(deployment)
      for command in ["serve", "demo"] {
        expect(
          try deployment.yui(command, "--listen", "127.0.0.1:0"), exit: 1, saying: "another server",
          deployment.data, "--data")
      }
      var visitor = server.visitor()
      #expect(try visitor.open("/reviews").status == 200)
      #expect(try server.stop() == .exit(0))
      #expect(try RunningServer(deployment).stop() == .exit(0))
    }

    @Test("A port that is taken is said in words")
    func takenPort() throws {
      let server = try RunningServer(Shinjuku.deployment())
      let other = try Deployment()
      expect(
        try other.yui("serve", "--listen", "127.0.0.1:\(server.port)"), exit: 1,
        saying: "127.0.0.1:\(server.port)")
      #expect(try server.stop() == .exit(0))
    }
  }
}
