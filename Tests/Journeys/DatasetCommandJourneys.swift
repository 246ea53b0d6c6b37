import Glibc
import Testing

extension Journeys {
  @Suite(.servedTenant) struct DatasetCommands {
    /// A file that is refused, and where and why.
    struct BadFile: Sendable, CustomTestStringConvertible {
      let name: String
      let dataset: String
      let bytes: [UInt8]
      let words: [String]

      var testDescription: String { name }

      init(
        _ name: String, of dataset: String = "review-tallies", _ text: String, _ words: String...
      ) {
        self.name = name
        self.dataset = dataset
        bytes = Array(text.utf8)
        self.words = words
      }
    }

    static let badFiles = [
      BadFile("no-header.csv", "総合窓口,5,3\n", "no-header.csv", "line 1", "service"),
      BadFile("bad-header.csv", "service,points,responses\nx,5,3\n", "line 1", "score"),
      BadFile("ragged.csv", "service,score,responses\n総合窓口,5,3\n総合窓口,5\n", "line 3"),
      BadFile(
        "score.csv", "service,score,responses\n総合窓口,6,3\n", "line 2", "column 2", "score", "6"),
      BadFile("half.csv", "service,score,responses\n総合窓口,5.5,3\n", "line 2", "column 2", "5.5"),
      BadFile("negative.csv", "service,score,responses\n総合窓口,5,-1\n", "line 2", "column 3", "-1"),
      BadFile(
        "absurd.csv", "service,score,responses\n総合窓口,5,99999999999999999999\n", "line 2",
        "column 3"),
      BadFile("month.csv", "service,score,responses,month\n総合窓口,5,3,2026-13\n", "column 4"),
      BadFile(
        "unknown.csv", of: "review-responses", "service,score\nnowhere,5\n", "line 2", "column 1",
        "nowhere"),
      BadFile(
        "long.csv", of: "review-responses",
        "service,score,comment\n総合窓口,5,\(String(repeating: "あ", count: 1001))\n", "line 2",
        "column 3"),
      BadFile(
        "kind.csv", of: "review-services", "kind,name_ja\ncastle,天守閣\n", "line 2", "column 1",
        "castle"),
      BadFile("quote.csv", "service,score,responses\n\"総合窓口,5,3\n", "line 2"),
      BadFile("empty.csv", "", "empty.csv"),
    ]

    @Test("A bad file is refused whole, with file, line and column", arguments: badFiles)
    func refused(file: BadFile) throws {
      let deployment = try RunningServer.current.deployment
      let path = try deployment.file(file.name, file.bytes)
      let before = try figures(of: deployment)
      for option in [["--dry-run"], []] {
        let outcome = try Deployment.run(
          ["import", file.dataset, path, "--tenant", Shinjuku.key, "--data", deployment.data]
            + option, in: deployment.folder)
        #expect(outcome.end == .exit(1) && outcome.output.isEmpty)
        for word in file.words + [file.name] { #expect(outcome.errors.contains(word)) }
      }
      #expect(try figures(of: deployment) == before)
    }

    @Test(
      "A byte order mark, CP932 and CRLF are read, not refused",
      arguments: [
        Array("\u{FEFF}service,score,responses,month\r\n総合窓口,5,12,2026-04\r\n".utf8),
        // 総合窓口 in CP932.
        Array("service,score,responses,month\r\n".utf8)
          + [0x91, 0x8D, 0x8D, 0x87, 0x91, 0x8B, 0x8C, 0xFB] + Array(",5,12,2026-04\r\n".utf8),
        Array("ｓｅｒｖｉｃｅ,score,responses,month\n総合窓口,５,１２,2026-04\n".utf8),
      ])
    func encodings(bytes: [UInt8]) throws {
      let deployment = try RunningServer.current.deployment
      let path = try deployment.file("tallies.csv", bytes)
      try deployment.done("import", "review-tallies", path, "--tenant", Shinjuku.key)
      let exported = try deployment.done("export", "review-tallies", "--tenant", Shinjuku.key)
      #expect(exported.contains("general-counter,5,12,2026-04"))
    }

    @Test("A dry run tells what would come and changes nothing; an import again doubles nothing")
    func again() throws {
      let deployment = try Shinjuku.deployment()
      let path = try deployment.file(
        "tallies.csv", "service,score,responses\n総合窓口,５,20\n新しい窓口,4,30\n")
      let before = try figures(of: deployment)
      let dry = try deployment.yui(
        "import", "review-tallies", path, "--tenant", Shinjuku.key, "--dry-run")
      #expect(dry.end == .exit(0) && dry.output.hasPrefix("would import 2 rows: 2 new"))
      #expect(dry.errors.contains("line 2") && dry.errors.contains("新しい窓口"))
      #expect(try figures(of: deployment) == before)

      let first = try deployment.done("import", "review-tallies", path, "--tenant", Shinjuku.key)
      #expect(first.hasPrefix("imported 2 rows: 2 new, 0 changed, 0 unchanged"))
      let after = try figures(of: deployment)
      let second = try deployment.done("import", "review-tallies", path, "--tenant", Shinjuku.key)
      #expect(second.hasPrefix("imported 2 rows: 0 new, 0 changed, 2 unchanged"))
      #expect(try figures(of: deployment) == after)
      expect(
        try deployment.yui("import", "taxes", path, "--tenant", Shinjuku.key), exit: 2,
        saying: "taxes", "review-tallies")
      expect(
        try deployment.yui("import", "review-tallies", "/nowhere.csv", "--tenant", Shinjuku.key),
        exit: 1, saying: "/nowhere.csv")
    }

    @Test(
      "What is exported and imported elsewhere is exported the same",
      arguments: Surroundings.allCases)
    func identity(in surroundings: Surroundings) throws {
      try surroundings.run(on: Shinjuku.deployment()) { stage in
        let deployment = stage.deployment
        try deployment.done("tenant", "create", "131059")
        let responses = try deployment.file(
          "responses.csv",
          """
          service,score,reasons,comment,channel,place,language,at
          総合窓口,5,time;attitude,"改行
          と""引用符""と,コンマ",counter,window-1,ja,2026-04-01T09:00:00+09:00
          総合窓口,1,,=SUM(A1),web,,en,
          住民票の写しの交付,3,,😀 ﾊﾝｶｸ,,,,2025-12-31T23:59:59.999Z
          """)
        try deployment.done("import", "review-responses", responses, "--tenant", Shinjuku.key)
        for dataset in ["review-services", "review-responses"] {
          let first = "\(deployment.folder)/\(dataset)-1.csv"
          let second = "\(deployment.folder)/\(dataset)-2.csv"
          try deployment.done("export", dataset, "--tenant", Shinjuku.key, "--output", first)
          try deployment.done("import", dataset, first, "--tenant", "131059")
          try deployment.done("export", dataset, "--tenant", "131059", "--output", second)
          #expect(try Deployment.bytes(of: first) == Deployment.bytes(of: second))
          let json = try deployment.done(
            "export", dataset, "--tenant", Shinjuku.key, "--format", "json")
          #expect(
            json
              == (try deployment.done("export", dataset, "--tenant", "131059", "--format", "json")))
        }
        expect(
          try deployment.yui("export", "taxes", "--tenant", Shinjuku.key), exit: 2, saying: "taxes")
        expect(
          try deployment.yui(
            "export", "review-services", "--tenant", Shinjuku.key, "--format", "docx"), exit: 2,
          saying: "docx", "csv")
      }
    }

    @Test("What a command imports stands on the public page within a second")
    func besideServer() throws {
      let deployment = try Shinjuku.deployment()
      let server = try RunningServer(deployment)
      var resident = server.visitor()
      #expect(!(try resident.results("general-counter").contains("2,345")))
      let path = try deployment.file("tallies.csv", "service,score,responses\n総合窓口,5,2345\n")
      try deployment.done("import", "review-tallies", path, "--tenant", Shinjuku.key)
      sleep(1)
      #expect(try resident.results("general-counter").contains("回答数 2,345 件"))
      #expect(try resident.statistics("general-counter").responses == 2345)
      #expect(try server.stop() == .exit(0))
    }

    /// Everything an import could have changed.
    private func figures(of deployment: Deployment) throws -> [String] {
      try ["review-services", "review-tallies", "review-responses"].map { dataset in
        try deployment.done("export", dataset, "--tenant", Shinjuku.key)
      }
    }
  }
}
