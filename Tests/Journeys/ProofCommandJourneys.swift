import FoundationEssentials
import Testing

extension Journeys {
  /// Backup, audit log: what must be provable.
  @Suite struct ProofCommands {
    private struct Root: Decodable, Equatable {
      let size: Int
      let root: String
    }

    @Test(
      "A tenant is backed up while it is in use, and comes back as another one",
      arguments: Surroundings.allCases)
    func backup(in surroundings: Surroundings) throws {
      try surroundings.run(on: Shinjuku.deployment()) { stage in
        let deployment = stage.deployment
        let tallies = try deployment.file("tallies.csv", "service,score,responses\n総合窓口,4,77\n")
        try deployment.done("import", "review-tallies", tallies, "--tenant", Shinjuku.key)
        let folder = "\(deployment.folder)/backup"
        let file = try deployment.done("backup", "--tenant", Shinjuku.key, "--to", folder)
        #expect(file.hasPrefix(folder + "/131041-") && file.hasSuffix(".sqlite"))
        let verified = try Deployment.run(["verify", file])
        #expect(verified.end == .exit(0) && verified.output.contains("intact"))

        expect(
          try deployment.yui("restore", file, "--tenant", Shinjuku.key), exit: 1, saying: "exists",
          "131041-restored")
        try deployment.done("restore", file, "--tenant", "131041-restored")
        try stage.look { server throws in
          var visitor = server.visitor("131041-restored.localhost")
          #expect(try visitor.results("general-counter").contains("回答数 77 件"))
          #expect(try visitor.signIn(Shinjuku.email, Shinjuku.password).status == 303)
        }

        let all = try deployment.done("backup", "--all", "--to", "\(deployment.folder)/all")
        #expect(all.split(separator: "\n").count == 2)
        expect(try deployment.yui("backup", "--to", folder), exit: 2, saying: "--all")
        expect(try deployment.yui("backup", "--all"), exit: 2, saying: "--to")
      }
    }

    @Test("A backup with one byte changed, cut, or without its manifest is not taken")
    func damagedBackup() throws {
      let deployment = try Shinjuku.deployment()
      let file = try deployment.done(
        "backup", "--tenant", Shinjuku.key, "--to", "\(deployment.folder)/backup")
      let bytes = try Deployment.bytes(of: file)
      let manifest = try Deployment.bytes(of: file + ".json")
      var changed = bytes
      changed[bytes.count / 2] ^= 1
      for (index, damaged) in [changed, Array(bytes.dropLast(4096)), []].enumerated() {
        let path = try deployment.file("damaged-\(index).sqlite", damaged)
        _ = try deployment.file("damaged-\(index).sqlite.json", manifest)
        expect(try Deployment.run(["verify", path]), exit: 1, saying: path)
        expect(
          try deployment.yui("restore", path, "--tenant", "131041-restored"), exit: 1, saying: path)
      }
      let alone = try deployment.file("alone.sqlite", bytes)
      expect(try Deployment.run(["verify", alone]), exit: 1, saying: "alone.sqlite.json")
      #expect(!(try deployment.done("tenant", "list").contains("restored")))
    }

    @Test(
      "The audit log verifies, and against what an earlier check printed",
      arguments: Surroundings.allCases)
    func audit(in surroundings: Surroundings) throws {
      try surroundings.run(on: Shinjuku.deployment()) { stage in
        let deployment = stage.deployment
        let early = try root(of: Shinjuku.key, deployment)
        #expect(early.size >= 2, "at least the account and the import")
        try deployment.done(
          "token", "create", "--tenant", Shinjuku.key, "--scope", "reviews:read", "--name", "x")
        let late = try root(of: Shinjuku.key, deployment)
        #expect(late.size == early.size + 1 && late.root != early.root)
        func verify(_ root: String) throws -> Deployment.Outcome {
          try deployment.yui(
            "audit", "verify", "--tenant", Shinjuku.key, "--size", "\(early.size)", "--root", root)
        }
        #expect(try verify(early.root).end == .exit(0))
        expect(try verify(late.root), exit: 1, saying: "CHANGED")
        expect(
          try deployment.yui("audit", "verify", "--tenant", Shinjuku.key, "--size", "1"), exit: 2,
          saying: "--root")
      }
    }

    @Test("Whoever changes a word of the audit log in the file is found out")
    func tampering() throws {
      let deployment = try Shinjuku.deployment()
      let path = "\(deployment.data)/tenants/\(Shinjuku.key)/tenant.sqlite"
      var bytes = try Deployment.bytes(of: path)
      let word = Array(#""details":{"role":"administrator"}"#.utf8)
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: word) }, "the entry of the account")
      let other = Array(#""details":{"role":"Administrator"}"#.utf8)
      bytes.replaceSubrange(start..<start + word.count, with: other)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      expect(
        try deployment.yui("audit", "verify", "--tenant", Shinjuku.key), exit: 1, saying: "CHANGED",
        "the text of entry")
    }

    private func root(of tenant: String, _ deployment: Deployment) throws -> Root {
      let text = try deployment.done("audit", "verify", "--tenant", tenant, "--json")
      return try JSONDecoder().decode(Root.self, from: Data(text.utf8))
    }
  }
}
