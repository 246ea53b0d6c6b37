import FoundationEssentials
import Testing
import YuiHTTPClient

extension Journeys {
  @Suite(.servedTenant) struct Staff {
    @Test("Staff sign in, see what a resident just sent, and filter the inbox")
    func inbox() throws {
      let server = try RunningServer.current
      var resident = server.visitor()
      _ = try resident.send(
        [("score", "1"), ("comment", "待ち時間が長い"), ("reasons", "time")],
        to: "/reviews/residence-certificate/form")
      _ = try resident.send(
        [("score", "5"), ("comment", "丁寧な案内でした")], to: "/reviews/general-counter/form")

      var staff = server.visitor()
      #expect(try staff.open("/staff/reviews").location?.hasPrefix("/staff/login") == true)
      let answer = try staff.signIn(Shinjuku.email, Shinjuku.password)
      #expect(answer.status == 303 && answer.location == "/staff")
      #expect(try staff.open("/staff").words.contains("待ち時間が長い"))
      let all = try staff.open("/staff/reviews").words
      #expect(all.contains("待ち時間が長い") && all.contains("丁寧な案内でした"))

      for (filter, found) in [
        ("rank=1", "待ち時間が長い"), ("rank=5", "丁寧な案内でした"),
        ("topic=general-counter", "丁寧な案内でした"),
        ("from=2000-01-01&topic=residence-certificate", "待ち時間が長い"),
      ] {
        let words = try staff.open("/staff/reviews?\(filter)").words
        let other = found == "待ち時間が長い" ? "丁寧な案内でした" : "待ち時間が長い"
        #expect(words.contains(found) && !words.contains(other), "\(filter)")
      }
      // The index of words follows the writes, and the page says how far it is.
      let found = try wait(for: "the index to know the comment") {
        let page = try staff.open("/staff/reviews?q=%E6%A1%88%E5%86%85").words
        return page.contains("丁寧な案内でした") ? page : nil
      }
      #expect(!found.contains("待ち時間が長い"))
      let before = "to=2000-01-01"
      #expect(try staff.open("/staff/reviews?\(before)").words.contains("条件に合う案件はありません"))
      #expect(try staff.open("/staff/reviews?from=yesterday").status == 422)
    }

    @Test("A service is added, stands on the public page, is closed, and its form then refuses")
    func services() throws {
      let server = try RunningServer.current
      var staff = server.visitor()
      try staff.signIn(Shinjuku.email, Shinjuku.password)
      let path = "/staff/reviews/services/new"
      let form = try staff.open(path)
      let wrong = try staff.send([("name_en", "Parks")], to: path, from: form)
      #expect(wrong.status == 422 && wrong.words.contains("入力内容に誤りがあります"))

      let fields = [
        ("name_ja", "公園の使用許可"), ("name_en", "Use of parks"), ("kind", "procedure"),
        ("department", "みどり公園課"), ("channels", "web"), ("channels", "counter"), ("url", ""),
      ]
      let added = try staff.send(fields + [("status", "open")], to: path, from: form)
      #expect(added.status == 303)
      var resident = server.visitor()
      #expect(try resident.open("/reviews").words.contains("公園の使用許可"))
      try resident.rate("use-of-parks", 5)

      let edit = "/staff/reviews/services/use-of-parks/edit"
      let closed = try staff.send(
        fields + [("status", "closed")], to: edit, from: try staff.open(edit))
      #expect(closed.status == 303)
      #expect(try resident.open("/reviews/use-of-parks/form").words.contains("評価の受付は終了しました"))
      let refused = try resident.send([("score", "5")], to: "/reviews/use-of-parks/form")
      #expect(refused.status == 409 && refused.words.contains("評価の受付は終了しました"))
      let audit = try staff.open("/staff/audit").words
      #expect(audit.contains("reviews.service.added") && audit.contains("reviews.service.changed"))
    }

    @Test("A file is checked on the import page first, and imported when that is confirmed")
    func importing() throws {
      let server = try RunningServer.current
      var staff = server.visitor()
      try staff.signIn(Shinjuku.email, Shinjuku.password)
      let path = "/staff/reviews/import/review-tallies"
      let page = try staff.open(path)
      let template = try staff.open(path + "/template")
      #expect(template.response.text.contains("service,score,responses,month"))

      let bad = Array("service,score,responses\n総合窓口,6,3\n総合窓口,5,-1\n".utf8)
      let problems = try staff.upload(bad, named: "bad.csv", to: path, from: page)
      #expect(problems.status == 422)
      for words in ["2件の問題", "2 score 「6」", "3 responses 「-1」", "何も取り込まれていません"] {
        #expect(problems.words.contains(words))
      }

      let good = Array("\u{FEFF}service,score,responses\r\n総合窓口,５,20\r\n新しい窓口,4,30\r\n".utf8)
      let check = try staff.upload(good, named: "good.csv", to: path, from: page)
      #expect(check.status == 200)
      for words in ["まだ取り込まれていません", "新規 2 件", "2 score ５ 5", "新しい窓口"] {
        #expect(check.words.contains(words))
      }
      var resident = server.visitor()
      #expect(!(try resident.open("/reviews").words.contains("新しい窓口")))

      let upload = try #require(check.value(of: "upload"))
      let done = try staff.send([("upload", upload)], to: path + "/confirm", from: check)
      #expect(done.status == 200 && done.words.contains("取り込みました"))
      #expect(try resident.open("/reviews").words.contains("新しい窓口"))
      let again = try staff.send([("upload", upload)], to: path + "/confirm", from: check)
      #expect(again.status == 422, "an upload is used once")
    }

    @Test("A token is made, shown once, opens what its scope allows, and ends when it is revoked")
    func tokens() throws {
      let server = try RunningServer.current
      var staff = server.visitor()
      try staff.signIn(Shinjuku.email, Shinjuku.password)
      let made = try staff.send(
        [("name", "dashboard"), ("scope", "reviews:read")], to: "/staff/tokens",
        from: try staff.open("/staff/tokens"))
      let secret = try #require(made.response.text.firstMatch(of: #/<code>([^<]+)<\/code>/#)).output
        .1
      let list = try staff.open("/staff/tokens")
      #expect(list.words.contains("dashboard") && !list.response.text.contains(secret))

      let sent = try staff.callAPI(
        "/api/reviews/services/general-counter/responses", #"{"score":2}"#)
      let address = server.address("131041.localhost") + (try #require(sent.header("Location")))
      func read(_ authorization: String?) throws -> Int {
        let headers = authorization.map { [HTTPClientHeader("Authorization", $0)] } ?? []
        return try HTTPClient().send(HTTPClientRequest("GET", address, headers: headers)).status
      }
      #expect(try read("Bearer \(secret)") == 200)
      #expect(try read(nil) == 401)
      #expect(try read("Bearer \(secret)x") == 401)

      let revoke = try #require(list.address(containing: "/revoke"))
      #expect(try staff.send([], to: revoke, from: list).status == 303)
      #expect(try read("Bearer \(secret)") == 401)
    }

    @Test("Sessions are listed and ended from another one; signing out ends one's own")
    func sessions() throws {
      let server = try RunningServer.current
      var here = server.visitor()
      var there = server.visitor()
      try here.signIn(Shinjuku.email, Shinjuku.password)
      try there.signIn(Shinjuku.email, Shinjuku.password)
      let list = try here.open("/staff/sessions")
      #expect(list.words.contains("この端末"))
      let others = try here.send([], to: "/staff/sessions/revoke-others", from: list)
      #expect(others.status == 303)
      #expect(try there.open("/staff").status == 303)
      #expect(try here.open("/staff").status == 200)

      try there.signIn(Shinjuku.email, Shinjuku.password)
      let revoke = try #require(try here.open("/staff/sessions").address(containing: "/revoke"))
      #expect(try here.send([], to: revoke, from: list).status == 303)
      #expect(try there.open("/staff").status == 303)

      #expect(try here.send([], to: "/staff/logout", from: list).location == "/staff/login")
      #expect(try here.open("/staff").status == 303)
    }

    @Test("A form without its token, or from another site, changes nothing")
    func forgery() throws {
      let server = try RunningServer.current
      var staff = server.visitor()
      try staff.signIn(Shinjuku.email, Shinjuku.password)
      let page = try staff.open("/staff/tokens")
      let fields = [("name", "forged"), ("scope", "reviews:read")]
      #expect(try staff.send(fields, to: "/staff/tokens").status == 403)
      var stranger = server.visitor()
      let answer = try stranger.send(fields, to: "/staff/tokens", from: page)
      #expect(answer.location?.hasPrefix("/staff/login") == true)
      #expect(!(try staff.open("/staff/tokens").words.contains("forged")))
    }
  }
}
