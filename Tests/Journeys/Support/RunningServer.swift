import FoundationEssentials
import Glibc
import YuiHTTPClient

/// A server over a deployment, on a port of its own.
final class RunningServer: Sendable {
  let deployment: Deployment
  let process: ChildProcess
  let port: Int

  /// Starts `yui serve`, or `yui demo`, and waits until it answers.
  init(_ deployment: Deployment, command: String = "serve") throws {
    self.deployment = deployment
    var arguments = [command, "--data", deployment.data, "--listen", "127.0.0.1:0"]
    if command == "serve" {
      // Journeys send more from one address than people do.
      arguments += ["--config", try deployment.file("yui.conf", Array("form-limit = 0\n".utf8))]
    }
    let process = try ChildProcess(
      YuiBinary.path, arguments,
      in: deployment.folder, environment: deployment.environment)
    self.process = process
    port = try wait(for: "'listening on' of yui \(command)") {
      if let end = process.end { throw JourneyError("the server ended: \(end) \(process.errors)") }
      guard process.output.hasSuffix("\n"),
        let address = process.output.split(separator: "listening on http://127.0.0.1:").last
      else { return nil }
      return Int(address.prefix { $0.isNumber })
    }
  }

  /// The address of a host on this server.
  func address(_ host: String) -> String { "http://\(host):\(port)" }

  /// Somebody who comes to a tenant's site.
  func visitor(_ host: String = "131041.localhost") -> Visitor { Visitor(address(host)) }

  /// The value of a metric without labels; nil while there is none.
  func metric(_ name: String) throws -> Int? {
    let response = try HTTPClient(unixSocket: "\(deployment.data)/management.sock")
      .send(HTTPClientRequest("GET", "http://localhost/metrics"))
    return response.text.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
      .flatMap { Int($0.dropFirst(name.count + 1)) }
  }

  /// Stops it as an operator does, and says how it ended.
  @discardableResult
  func stop() throws -> ChildProcess.End {
    process.send(SIGTERM)
    return try process.waitForEnd()
  }
}
