import FoundationEssentials
import Testing

extension Journeys {
  @Suite struct TenantCommands {
    private struct Tenant: Decodable, Equatable {
      let key: String
      let name: String
      let host: String
      let modules: [String]
    }

    @Test(
      "A tenant is made, shown, changed and taken out of service", arguments: Surroundings.allCases)
    func life(in surroundings: Surroundings) throws {
      try surroundings.run(on: Deployment()) { stage in
        let deployment = stage.deployment
        try deployment.done("tenant", "create", "131041")
        try deployment.done(
          "tenant", "create", "131041-training", "--name", "研修用", "--host", "training.localhost")
        let list = try JSONDecoder().decode(
          [Tenant].self, from: Data(try deployment.done("tenant", "list", "--json").utf8))
        let modules = ["reviews", "wifi", "assets"]
        let training = Tenant(
          key: "131041-training", name: "研修用", host: "training.localhost", modules: modules)
        #expect(
          list == [
            Tenant(key: "131041", name: "新宿区", host: "131041.localhost", modules: modules),
            training,
          ])
        #expect(try deployment.done("tenant", "list").contains("新宿区"))
        #expect(try deployment.done("tenant", "show", "131041").contains("131041.localhost"))
        let shown = try deployment.done("tenant", "show", "131041-training", "--json")
        #expect(try JSONDecoder().decode(Tenant.self, from: Data(shown.utf8)) == training)

        func status(_ host: String, _ path: String = "/reviews") throws -> Int {
          try stage.look { server in
            var visitor = server.visitor(host)
            return try visitor.open(path).status
          }
        }
        #expect(try status("131041.localhost") == 200)
        try deployment.done("tenant", "disable", "131041", "reviews")
        #expect(try status("131041.localhost") == 404)
        #expect(try status("131041.localhost", "/") == 200)
        try deployment.done("tenant", "enable", "131041", "reviews")
        #expect(try status("131041.localhost") == 200)

        expect(try deployment.yui("tenant", "remove", "131041-training"), exit: 2, saying: "--yes")
        #expect(try status("training.localhost") == 200)
        let removed = try deployment.done("tenant", "remove", "131041-training", "--yes")
        #expect(try status("training.localhost") == 404)
        let place = try #require(removed.split(separator: " ").last)
        #expect(FileManager.default.fileExists(atPath: "\(place)/tenant.sqlite"))
        #expect(!(try deployment.done("tenant", "list").contains("研修用")))
      }
    }

    @Test(
      "What cannot be a tenant is refused with words that help", arguments: Surroundings.allCases)
    func refusals(in surroundings: Surroundings) throws {
      try surroundings.run(on: Deployment()) { stage in
        let deployment = stage.deployment
        try deployment.done("tenant", "create", "131041")
        func create(_ words: String...) throws -> Deployment.Outcome {
          try Deployment.run(
            ["tenant", "create"] + words + ["--data", deployment.data], in: deployment.folder)
        }
        expect(try create("131042"), exit: 1, saying: "check digit", "131041")
        expect(try create("13104"), exit: 1, saying: "six digits")
        expect(try create("131041"), exit: 1, saying: "exists")
        expect(try create("131059", "--modules", "tax"), exit: 1, saying: "tax", "reviews")
        expect(try create("131059", "--host", "a b"), exit: 1, saying: "a b")
        expect(
          try create("131059", "--host", "131041.localhost"), exit: 1, saying: "131041.localhost")
        expect(try create("131059", "--url", "gopher://x"), exit: 1, saying: "gopher://x")
        expect(try deployment.yui("tenant", "show", "131059"), exit: 1, saying: "131059")
        expect(
          try deployment.yui("tenant", "disable", "131041", "tax"), exit: 1, saying: "tax",
          "reviews")
        #expect(try deployment.done("tenant", "list").split(separator: "\n").count == 2)
      }
    }
  }
}
