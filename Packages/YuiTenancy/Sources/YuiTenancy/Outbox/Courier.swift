internal import YuiHTTPClient
package import YuiMail
internal import YuiStorage
package import YuiText

/// Carries messages out of the house: the only thing here that speaks to the network.
package struct Courier: Sendable {
  /// The server that takes mail, and the address it comes from.
  package struct Mail: Sendable {
    let server: MailServer
    let from: String

    package init(_ server: MailServer, from: String) {
      self.server = server
      self.from = from
    }
  }

  /// What became of an attempt.
  package enum Outcome: Sendable, Hashable {
    case sent
    /// Worth another attempt.
    case failed(String)
    /// Another attempt would fail the same way.
    case refused(String)
    /// Nothing was tried: somebody has to set something first.
    case unready(String)
  }

  private let mail: Mail?
  private let http: HTTPClient

  /// Makes a courier.
  ///
  /// - Parameters:
  ///   - mail: nil where no mail server is set.
  ///   - reachesPrivateAddresses: whether webhooks may lead into this machine's own networks.
  package init(mail: Mail? = nil, reachesPrivateAddresses: Bool = false) {
    self.mail = mail
    var http = HTTPClient(
      connectMilliseconds: 5_000, totalMilliseconds: 10_000, sizeLimit: 64 * 1024)
    http.refusesPrivateAddresses = !reachesPrivateAddresses
    self.http = http
  }

  /// Hands a letter over.
  package func send(mail message: OutboxMessage) -> Outcome {
    guard let mail else { return .unready("no mail server is set") }
    let letter = MailMessage(
      to: message.target, from: mail.from, subject: message.title, text: message.body,
      id: message.id.description, writtenAt: message.id.time)
    do {
      try mail.server.send(letter)
      return .sent
    } catch {
      return error.isFinal ? .refused(error.description) : .failed(error.description)
    }
  }

  /// Tells a program of an event.
  package func send(
    event message: OutboxMessage, to hook: Webhook, at now: Timestamp
  ) -> Outcome {
    let headers = hook.headers(for: message, at: now).map { HTTPClientHeader($0.0, $0.1) }
    do {
      let answer = try http.send(
        HTTPClientRequest("POST", hook.url, headers: headers, body: Array(message.body.utf8)))
      // What it answers beside its status is nobody's business here.
      return 200..<300 ~= answer.status ? .sent : .failed("HTTP \(answer.status)")
    } catch {
      return error.code == .privateAddress || error.code == .invalidRequest
        ? .refused(error.message) : .failed(error.message)
    }
  }
}
