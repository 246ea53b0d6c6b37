import FoundationEssentials
import Testing

extension Journeys {
  @Suite struct CommandLine {
    static let commands = [
      "serve", "demo", "tenant create", "tenant list", "tenant show", "tenant enable",
      "tenant disable", "tenant move", "tenant discard-copies", "tenant remove", "user add",
      "user list", "user disable", "user reset",
      "token create", "token list", "token revoke", "import", "export", "backup", "restore",
      "verify", "audit verify", "openapi",
    ]

    private func yui(_ words: String) throws -> Deployment.Outcome {
      try Deployment.run(words.split(separator: " ").map(String.init))
    }

    @Test("Every command tells how it is called", arguments: commands)
    func help(command: String) throws {
      let outcome = try yui("\(command) --help")
      #expect(outcome.end == .exit(0) && outcome.errors.isEmpty)
      #expect(outcome.output.hasPrefix("yui \(command)"))
      #expect(try yui("--help").output.contains("  \(command) "))
    }

    @Test("A group of commands lists what it has", arguments: ["tenant", "user", "token", "audit"])
    func group(name: String) throws {
      let outcome = try yui("\(name) --help")
      #expect(outcome.end == .exit(0) && outcome.errors.isEmpty)
      for command in Self.commands where command.hasPrefix("\(name) ") {
        #expect(outcome.output.contains("yui \(command)"))
      }
      expect(try yui(name), exit: 2, saying: "yui \(name)")
    }

    @Test(
      "A call that is not understood is status 2, with words and without a result",
      arguments: [
        ("tenants", "tenants"), ("tenant create", "KEY"), ("tenant create 131041 131059", "131059"),
        ("serve --port 80", "--port"), ("serve --listen", "--listen"),
        ("serve --listen somewhere", "somewhere"), ("tenant list --json=yes", "--json"),
        ("import review-tallies", "FILE"), ("user add a@b.jp --role viewer", "--tenant"),
        ("import review-tallies x.csv --encoding ebcdic --tenant 131041", "ebcdic"),
        ("tenant show 131041 --data a --data b", "--data"),
        ("tenant move 131041", "--to"), ("tenant move 131041 --to oracle", "postgres://"),
        ("tenant move 131041 --to postgres://yui:secret@db/yui", "$YUI_STORE"),
        ("tenant list --store postgres://yui:secret@db/yui", "$PGPASSWORD"),
        ("tenant list --store mysql://db/yui", "postgres://LOGIN@HOST/DATABASE"),
        ("serve --store postgres://db", "name the database"),
        ("tenant discard-copies 131041", "--yes"),
      ])
    func notUnderstood(call: String, word: String) throws {
      expect(try yui(call), exit: 2, saying: word)
    }

    @Test("The API is printed as OpenAPI 3.1")
    func openAPI() throws {
      struct Document: Decodable {
        struct Info: Decodable { let title: String }
        let openapi: String
        let info: Info
        let paths: [String: [String: Anything]]
      }
      struct Anything: Decodable {}
      let outcome = try yui("openapi")
      #expect(outcome.end == .exit(0) && outcome.errors.isEmpty)
      let document = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
      #expect(document.openapi.hasPrefix("3.1."))
      #expect(document.paths["/api/reviews/services/{slug}/responses"]?["post"] != nil)
      #expect(document.paths["/api/reviews/services/{slug}/statistics"]?["get"] != nil)
    }

    @Test("The data folder is --data, else $YUI_DATA, else ./yui-data")
    func dataFolder() throws {
      let deployment = try Deployment()
      try deployment.done("tenant", "create", "131041")
      let named = try Deployment.run(
        ["tenant", "list"], in: deployment.folder, environment: ["YUI_DATA": deployment.data])
      #expect(named.output.contains("131041"))
      let other = try Deployment.run(
        ["tenant", "list", "--data", "\(deployment.folder)/other"], in: deployment.folder,
        environment: ["YUI_DATA": deployment.data])
      #expect(other.end == .exit(1) && other.errors.contains("there is no data folder"))
    }
  }
}
