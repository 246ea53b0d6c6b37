import FoundationEssentials
import Glibc
import Synchronization
import Testing
import YuiHTTPClient
import YuiStorageTesting

extension Journeys {
  /// Tenants that move between a file and PostgreSQL.
  @Suite struct Moves {
    private struct Report: Decodable {
      struct Contents: Decodable {
        struct Table: Decodable {
          let name: String
          let rows: Int
          let sha256: String
        }
        let tables: [Table]
        let digest: String
      }
      let from: String
      let to: String
      let kept: String
      let contents: Contents
    }

    private static let responses = "/api/reviews/services/general-counter/responses"

    /// Shinjuku in a file, in a deployment that is told of a database only afterwards.
    private func deployment() throws -> Deployment {
      let deployment = try Shinjuku.deployment()
      deployment.use(try TestDatabase())
      return deployment
    }

    @Test(
      "A tenant moved to PostgreSQL and back has the same digest, its pages and its sign-in",
      arguments: Surroundings.allCases)
    func thereAndBack(in surroundings: Surroundings) throws {
      try surroundings.run(on: deployment()) { stage in
        let deployment = stage.deployment
        func digest() throws -> String {
          let shown = try deployment.done("tenant", "show", Shinjuku.key, "--digest")
          return try #require(shown.split(separator: "\n").last.map(String.init))
        }
        let before = try digest()
        let printed = try deployment.done("tenant", "move", Shinjuku.key, "--to", "postgres")
        #expect(printed.split(separator: "\n").last.map(String.init) == before)
        #expect(printed.contains("reviews_services") && printed.contains("audit log"))
        #expect(try digest() == before)
        let shown = try deployment.done("tenant", "show", Shinjuku.key)
        #expect(shown.contains("database postgres:///") && shown.contains("schema t131041"))
        let kept = try #require(shown.firstMatch(of: #/kept +(\S+)/#)?.output.1)
        #expect(FileManager.default.fileExists(atPath: "\(kept)/tenant.sqlite"))
        try stage.look { server throws in
          var visitor = server.visitor()
          #expect(try visitor.open("/reviews").words.contains("総合窓口"))
          #expect(try visitor.signIn(Shinjuku.email, Shinjuku.password).status == 303)
        }
        // A session was begun at the new place.
        let there = try digest()
        let back = try JSONDecoder().decode(
          Report.self,
          from: Data(
            try deployment.done("tenant", "move", Shinjuku.key, "--to", "sqlite", "--json").utf8))
        #expect(there.hasSuffix(back.contents.digest))
        #expect(back.contents.tables.contains { $0.name == "reviews_services" && $0.rows == 2 })
        #expect(try digest() == there)
        try deployment.done("audit", "verify", "--tenant", Shinjuku.key)

        let discarded = try deployment.done(
          "tenant", "discard-copies", Shinjuku.key, "--yes")
        #expect(discarded.split(separator: "\n").count == 2)
        #expect(!FileManager.default.fileExists(atPath: String(kept)))
        #expect(try !deployment.done("tenant", "show", Shinjuku.key).contains("\nkept "))
        #expect(try digest() == there)
      }
    }

    @Test(
      "While residents rate and read, a tenant moves there and back: nothing acknowledged is lost or doubled, and reading never fails"
    )
    func underLoad() throws {
      let deployment = try deployment()
      let server = try RunningServer(deployment)
      let site = server.visitor()
      let isOver = Atomic(false)
      let acknowledged = Mutex<[String]>([])
      let refusals = Mutex<[Int: Int]>([:])
      let waits = Atomic(0)
      let failedReads = Mutex<[Int]>([])
      let writers = Threads.start(3) { client in
        while !isOver.load(ordering: .relaxed) {
          guard let answer = try? site.callAPI(Self.responses, #"{"score":\#(client + 1)}"#) else {
            refusals.withLock { $0[0, default: 0] += 1 }
            continue
          }
          if answer.status == 201, let name = answer.header("Location")?.split(separator: "/").last
          {
            acknowledged.withLock { $0.append(String(name)) }
          } else {
            refusals.withLock { $0[answer.status, default: 0] += 1 }
            if answer.header("Retry-After") != nil { waits.add(1, ordering: .relaxed) }
          }
        }
      }
      let readers = Threads.start(2) { reader in
        var visitor = site
        while !isOver.load(ordering: .relaxed) {
          let path = reader == 0 ? "/reviews/general-counter" : "/reviews/general-counter/form"
          let status = (try? visitor.open(path).status) ?? 0
          if status != 200 { failedReads.withLock { $0.append(status) } }
        }
      }
      func count() -> Int { acknowledged.withLock { $0.count } }
      var reached = 0
      for target in ["postgres", "sqlite", "postgres"] {
        reached = count() + 100
        try wait(for: "a hundred responses") { count() >= reached ? () : nil }
        try deployment.done("tenant", "move", Shinjuku.key, "--to", target)
      }
      reached = count() + 100
      try wait(for: "a hundred responses") { count() >= reached ? () : nil }
      isOver.store(true, ordering: .relaxed)
      writers.join()
      readers.join()

      let csv = try deployment.done("export", "review-responses", "--tenant", Shinjuku.key)
      let stored = csv.split(separator: "\r\n").dropFirst().compactMap { line in
        line.split(separator: ",").first.map(String.init)
      }
      let known = acknowledged.withLock { $0 }
      #expect(Set(known).subtracting(stored).isEmpty)
      #expect(Set(stored).count == stored.count)
      #expect(stored.count == known.count)
      #expect(failedReads.withLock { $0 } == [])
      // Whoever was refused was told when to come again.
      let refused = refusals.withLock { $0 }
      #expect(refused.keys.allSatisfy { $0 == 503 }, "\(refused)")
      #expect(waits.load(ordering: .relaxed) == refused[503, default: 0])
      var visitor = site
      let published = try visitor.statistics("general-counter").responses ?? 0
      #expect((0..<10).contains(stored.count - published))
      #expect(try server.stop() == .exit(0))
    }

    @Test(
      "A move that is killed at any moment leaves the tenant whole, and the next one goes through")
    func killed() throws {
      let deployment = try deployment()
      let rows = (1...3_000).map { "general-counter,\($0 % 5 + 1),意見 \($0),2026-03-01" }
      let file = try deployment.file(
        "responses.csv", "service,score,comment,at\n" + rows.joined(separator: "\n"))
      try deployment.done("import", "review-responses", file, "--tenant", Shinjuku.key)
      func shown() throws -> String {
        try deployment.done("tenant", "show", Shinjuku.key, "--digest")
      }
      let digest = try #require(try shown().split(separator: "\n").last)
      for milliseconds in [40, 90, 140, 190, 260, 340, 450, 600] {
        let isInFile = try !shown().contains("database postgres")
        let move = try ChildProcess(
          YuiBinary.path,
          [
            "tenant", "move", Shinjuku.key, "--to", isInFile ? "postgres" : "sqlite", "--data",
            deployment.data,
          ], in: deployment.folder, environment: deployment.environment)
        usleep(useconds_t(milliseconds) * 1_000)
        move.send(SIGKILL)
        try move.waitForEnd()
        #expect(try shown().split(separator: "\n").last == digest)
      }
      let target = try shown().contains("database postgres") ? "sqlite" : "postgres"
      try deployment.done("tenant", "move", Shinjuku.key, "--to", target)
      #expect(try shown().split(separator: "\n").last == digest)
      try deployment.done("audit", "verify", "--tenant", Shinjuku.key)
      try deployment.done("tenant", "discard-copies", Shinjuku.key, "--yes")
      #expect(try shown().split(separator: "\n").last == digest)
    }

    @Test(
      "A server that knows of no PostgreSQL moves a tenant there and back for a command that does")
    func unknowing() throws {
      let deployment = try Shinjuku.deployment()
      let server = try RunningServer(deployment)
      expect(
        try deployment.yui("tenant", "move", Shinjuku.key, "--to", "postgres"), exit: 1,
        saying: "YUI_STORE")
      deployment.use(try TestDatabase())
      try deployment.done("tenant", "move", Shinjuku.key, "--to", "postgres")
      var visitor = server.visitor()
      try visitor.rate("general-counter", 5)
      #expect(try server.stop() == .exit(0))
      // Another one that is told nothing serves it too.
      let plain = try ChildProcess(
        YuiBinary.path, ["serve", "--data", deployment.data, "--listen", "127.0.0.1:0"],
        in: deployment.folder)
      _ = try wait(for: "the server that is told nothing") {
        plain.output.contains("listening on") ? () : nil
      }
      #expect(!plain.errors.contains("NOT SERVED"))
      try deployment.done("tenant", "move", Shinjuku.key, "--to", "sqlite")
      try deployment.done("tenant", "discard-copies", Shinjuku.key, "--yes")
      plain.send(SIGTERM)
      #expect(try plain.waitForEnd() == .exit(0))
      #expect(try deployment.done("tenant", "show", Shinjuku.key).contains("tenant.sqlite"))
    }

    @Test(
      "A move that cannot be says why, and leaves the tenant where it is",
      arguments: Surroundings.allCases)
    func refused(in surroundings: Surroundings) throws {
      try surroundings.run(on: deployment()) { stage in
        let deployment = stage.deployment
        func move(to target: String, store: String? = nil) throws -> Deployment.Outcome {
          try Deployment.run(
            ["tenant", "move", Shinjuku.key, "--to", target, "--data", deployment.data],
            environment: store.map { ["YUI_STORE": $0] } ?? deployment.environment)
        }
        expect(try move(to: "sqlite"), exit: 1, saying: "there already", "tenant.sqlite")
        let url = try #require(deployment.database?.url)
        let wrong = url.replacing("postgres://yui:", with: "postgres://yui:x")
        expect(try move(to: "postgres", store: wrong), exit: 1, saying: "password")
        let nowhere = "postgres://yui@/yui?host=\(deployment.folder)"
        expect(try move(to: "postgres", store: nowhere), exit: 1, saying: deployment.folder)
        try deployment.database?.run(
          "CREATE SCHEMA t131041; CREATE TABLE t131041.yui_store (id BIGINT)")
        expect(try move(to: "postgres"), exit: 1, saying: "schema t131041", "nothing was moved")
        #expect(try deployment.done("tenant", "show", Shinjuku.key).contains("tenant.sqlite"))
        try stage.look { server throws in
          var visitor = server.visitor()
          try visitor.rate("general-counter", 5)
        }
      }
    }
  }

  /// Deployments whose list of tenants is at a server.
  @Suite struct ServerStores {
    @Test("Two servers over one database serve the same tenants, and take up each other's")
    func two() throws {
      let database = try TestDatabase()
      let (first, second) = (
        try Shinjuku.deployment(store: database), try Deployment(store: database)
      )
      #expect(!FileManager.default.fileExists(atPath: "\(first.data)/directory.sqlite"))
      let servers = (try RunningServer(first), try RunningServer(second))
      var (here, there) = (servers.0.visitor(), servers.1.visitor())
      // As few as are published.
      for score in 1...10 { try here.rate("general-counter", score % 5 + 1) }
      _ = try wait(for: "the responses at the other server") {
        try there.statistics("general-counter").responses == 10 ? () : nil
      }
      try first.done("tenant", "create", "131016")
      var chiyoda = servers.1.visitor("131016.localhost")
      _ = try wait(for: "the new tenant at the other server") {
        try chiyoda.open("/reviews").status == 200 ? () : nil
      }
      try first.done("tenant", "remove", "131016", "--yes")
      _ = try wait(for: "the end of the tenant at the other server") {
        try chiyoda.open("/reviews").status == 404 ? () : nil
      }
      #expect(try servers.0.stop() == .exit(0))
      #expect(try servers.1.stop() == .exit(0))
    }

    @Test(
      "The store is --store, else the configuration, else $YUI_STORE; a wrong one is said in words")
    func named() throws {
      let database = try TestDatabase()
      let deployment = try Shinjuku.deployment(store: database)
      let plain = try Deployment.run(["tenant", "list", "--data", deployment.data])
      expect(plain, exit: 1, saying: "list of tenants", "$YUI_STORE")
      // Without the password, which the environment adds.
      let parts = database.url.split(separator: "@", maxSplits: 1)
      let password = try #require(parts[0].split(separator: ":").last)
      let address = "postgres://yui@\(parts[1])"
      let named = try Deployment.run(
        ["tenant", "list", "--data", deployment.data, "--store", address],
        environment: ["PGPASSWORD": String(password)])
      #expect(named.end == .exit(0) && named.output.contains("131041"))
      let wrong = try Deployment.run(
        ["tenant", "list", "--data", deployment.data, "--store", address],
        environment: ["PGPASSWORD": "wrong"])
      expect(wrong, exit: 1, saying: "password")
      #expect(!wrong.errors.contains(password))
      let file = try deployment.file(
        "yui.conf", "store = \(database.url)\nstore-connections = 20\nlisten = 127.0.0.1:0\n")
      let configured = try ChildProcess(
        YuiBinary.path, ["serve", "--config", file, "--data", deployment.data],
        in: deployment.folder)
      _ = try wait(for: "the server of the configuration") {
        configured.output.contains("listening on") ? () : nil
      }
      configured.send(SIGTERM)
      #expect(try configured.waitForEnd() == .exit(0))
    }
  }
}
