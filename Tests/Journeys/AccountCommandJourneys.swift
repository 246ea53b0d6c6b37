import FoundationEssentials
import Testing
import YuiHTTPClient

extension Journeys {
  @Suite struct AccountCommands {
    private struct Account: Decodable {
      let email: String
      let role: String
      let enabled: Bool
    }

    private struct Token: Decodable {
      let id: String
      let name: String
      let scopes: [String]
      let revokedAt: String?
    }

    @Test(
      "People are added, listed, given a new password and shut out",
      arguments: Surroundings.allCases)
    func accounts(in surroundings: Surroundings) throws {
      try surroundings.run(on: Shinjuku.deployment()) { stage in
        let deployment = stage.deployment
        let tenant = ["--tenant", Shinjuku.key]
        func user(_ words: String..., input: String = "") throws -> Deployment.Outcome {
          try Deployment.run(
            ["user"] + words + tenant + ["--data", deployment.data], input: input,
            in: deployment.folder)
        }
        let added = try user(
          "add", "ito@example.lg.jp", "--role", "editor", input: "a sentence of its own\n")
        #expect(added.end == .exit(0))
        #expect(try status("ito@example.lg.jp", "a sentence of its own", at: stage) == 303)

        let linked = try user("add", "abe@example.lg.jp", "--role", "viewer")
        try openLink(linked, setting: "yet another sentence", at: stage)
        #expect(try status("abe@example.lg.jp", "yet another sentence", at: stage) == 303)

        let list = try user("list", "--json").output
        let known = try JSONDecoder().decode([Account].self, from: Data(list.utf8))
        #expect(
          known.map { "\($0.email) \($0.role) \($0.enabled)" }.sorted() == [
            "abe@example.lg.jp viewer true", "ito@example.lg.jp editor true",
            "\(Shinjuku.email) administrator true",
          ])

        #expect(
          try user("reset", "ito@example.lg.jp", input: "a third sentence\n").end == .exit(0))
        #expect(try status("ito@example.lg.jp", "a sentence of its own", at: stage) == 401)
        #expect(try status("ito@example.lg.jp", "a third sentence", at: stage) == 303)
        try openLink(
          try user("reset", "ito@example.lg.jp", "--link"), setting: "a fourth sentence", at: stage)

        #expect(try user("disable", "ito@example.lg.jp").end == .exit(0))
        #expect(try status("ito@example.lg.jp", "a fourth sentence", at: stage) == 401)
        #expect(try user("list").output.contains("disabled"))
      }
    }

    @Test("What cannot be an account is refused with words that help")
    func refusedAccounts() throws {
      let deployment = try Shinjuku.deployment()
      func add(_ words: String..., input: String = "") throws -> Deployment.Outcome {
        try Deployment.run(
          ["user", "add"] + words + ["--tenant", Shinjuku.key, "--data", deployment.data],
          input: input, in: deployment.folder)
      }
      expect(try add("someone", "--role", "viewer"), exit: 2, saying: "someone")
      expect(try add("a@example.lg.jp", "--role", "mayor"), exit: 2, saying: "mayor", "auditor")
      expect(try add("a@example.lg.jp"), exit: 2, saying: "--role")
      expect(try add("a@example.lg.jp", "--role", "viewer", input: "short"), exit: 1, saying: "12")
      expect(
        try add(Shinjuku.email, "--role", "viewer", input: Shinjuku.password), exit: 1,
        saying: "already")
      expect(
        try deployment.yui("user", "disable", "a@example.lg.jp", "--tenant", Shinjuku.key), exit: 1,
        saying: "a@example.lg.jp")
      expect(
        try deployment.yui("user", "disable", Shinjuku.email, "--tenant", Shinjuku.key), exit: 1)
      #expect(try deployment.done("user", "list", "--tenant", Shinjuku.key).contains("enabled"))
    }

    @Test(
      "A token is printed once, alone; it works until it is revoked",
      arguments: Surroundings.allCases)
    func tokens(in surroundings: Surroundings) throws {
      try surroundings.run(on: Shinjuku.deployment()) { stage in
        let deployment = stage.deployment
        let created = try deployment.yui(
          "token", "create", "--tenant", Shinjuku.key, "--scope", "reviews:read", "--name", "表示板")
        #expect(created.end == .exit(0) && created.errors.isEmpty)
        #expect(created.output == created.line + "\n" && !created.line.contains("\n"))
        func list() throws -> [Token] {
          let text = try deployment.done("token", "list", "--tenant", Shinjuku.key, "--json")
          #expect(!text.contains(created.line))
          return try JSONDecoder().decode([Token].self, from: Data(text.utf8))
        }
        let token = try #require(try list().first)
        #expect(token.name == "表示板" && token.scopes == ["reviews:read"] && token.revokedAt == nil)
        #expect(try statisticsAreHidden(from: created.line, at: stage) == false)
        try deployment.done("token", "revoke", token.id, "--tenant", Shinjuku.key)
        #expect(try list().first?.revokedAt != nil)
        #expect(try statisticsAreHidden(from: created.line, at: stage))

        expect(
          try deployment.yui(
            "token", "create", "--tenant", Shinjuku.key, "--scope", "reviews:burn", "--name", "x"),
          exit: 2, saying: "reviews:burn", "reviews:read")
        expect(
          try deployment.yui("token", "revoke", "7", "--tenant", Shinjuku.key), exit: 2, saying: "7"
        )
      }
    }

    /// What the sign-in form answers.
    private func status(_ email: String, _ password: String, at stage: Stage) throws -> Int {
      try stage.look { server in
        var visitor = server.visitor()
        return try visitor.signIn(email, password).status
      }
    }

    /// Follows a one-time link: it sets a password, signs in, and works no second time.
    private func openLink(
      _ outcome: Deployment.Outcome, setting password: String, at stage: Stage
    ) throws {
      #expect(outcome.end == .exit(0) && !outcome.line.contains("\n"))
      let path = try #require(outcome.line.firstRange(of: "/staff/password/"))
      let address = String(outcome.line[path.lowerBound...])
      try stage.look { server throws in
        var visitor = server.visitor()
        #expect(try visitor.open(address).status == 200)
        #expect(try visitor.send([("password", "short")], to: address).status == 422)
        #expect(try visitor.send([("password", password)], to: address).location == "/staff")
        #expect(try visitor.open("/staff").status == 200)
        #expect(try visitor.open(address).status == 404)
      }
    }

    /// Whether a caller with this token is kept from figures of few respondents.
    private func statisticsAreHidden(from token: String, at stage: Stage) throws -> Bool {
      try stage.look { server in
        let answer = try HTTPClient().send(
          HTTPClientRequest(
            "GET", server.visitor().site + "/api/reviews/services/general-counter/statistics",
            headers: [HTTPClientHeader("Authorization", "Bearer \(token)")]))
        return answer.status != 200 || answer.text.contains(#""suppressed":true"#)
      }
    }
  }
}
