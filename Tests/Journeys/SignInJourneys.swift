import FoundationEssentials
import Glibc
import Testing
import YuiHTTPClient

extension Journeys {
  /// Beside a server of its own: failures count for the address too, and would lock out the others.
  @Suite(.servedTenant) struct Guessing {
    @Test("A wrong password tells nothing, and after five the door stays shut for a while")
    func lockout() throws {
      let server = try RunningServer.current
      var staff = server.visitor()
      let wrong = try staff.signIn(Shinjuku.email, "not the password")
      let unknown = try staff.signIn("nobody@example.lg.jp", "not the password")
      #expect(wrong.status == 401 && unknown.status == 401)
      let words = "メールアドレスまたはパスワードが正しくありません"
      #expect(wrong.words.contains(words) && unknown.words.contains(words))
      #expect(wrong.value(of: "email") == Shinjuku.email)

      var last = wrong
      for _ in 0..<5 where last.status == 401 {
        last = try staff.signIn(Shinjuku.email, "not the password")
      }
      #expect(last.status == 429)
      #expect(try #require(last.response.header("Retry-After").flatMap { Int($0) }) > 0)
      #expect(try staff.signIn(Shinjuku.email, Shinjuku.password).status == 429)
      #expect(try staff.open("/staff").status == 303)
    }
  }

  /// Behind a proxy on a Unix socket, which says whether the caller came over https.
  @Suite struct Proxied {
    @Test("Nobody is asked for a password over plain http; over https the cookie is bound to it")
    func plainHTTP() throws {
      let deployment = try Shinjuku.deployment()
      let socket = "\(deployment.folder)/yui.sock"
      let server = try ChildProcess(
        YuiBinary.path, ["serve", "--data", deployment.data, "--listen", "unix:\(socket)"],
        in: deployment.folder)
      try wait(for: "the socket") { server.output.contains("listening on") ? () : nil }

      let form = "email=\(Shinjuku.email)&password=\(Shinjuku.password)"
      func signIn(_ scheme: String, _ body: [UInt8]?) throws -> HTTPClientResponse {
        try HTTPClient(unixSocket: socket).send(
          HTTPClientRequest(
            body == nil ? "GET" : "POST", "http://131041.localhost/staff/login",
            headers: [
              HTTPClientHeader("X-Forwarded-For", "192.0.2.7"),
              HTTPClientHeader("X-Forwarded-Proto", scheme),
              HTTPClientHeader("Content-Type", "application/x-www-form-urlencoded"),
            ], body: body))
      }
      for body in [nil, Array(form.utf8)] {
        let refused = try signIn("http", body)
        #expect(refused.status == 403 && refused.header("Set-Cookie") == nil)
        #expect(refused.text.contains("https") && !refused.text.contains("type=\"password\""))
      }
      #expect(try signIn("https", nil).text.contains("type=\"password\""))
      let cookie = try #require(try signIn("https", Array(form.utf8)).header("Set-Cookie"))
      #expect(cookie.hasPrefix("__Host-yui="))
      for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        #expect(cookie.contains(word))
      }
      server.send(SIGTERM)
      #expect(try server.waitForEnd() == .exit(0))
      #expect(!FileManager.default.fileExists(atPath: socket))
    }
  }
}
