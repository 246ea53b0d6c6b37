/// Where a listener waits: `ADDR:PORT`, `[v6]:PORT` or `unix:PATH`.
public enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
  /// An address of this machine and a port; port 0 takes a free one.
  case tcp(address: String, port: UInt16)
  /// A socket in the file system.
  case unix(path: String)

  /// Reads the text form; a name other than `localhost` is no address.
  public init?(_ text: String) {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst(5))
      guard !path.isEmpty, path.utf8.count < 108 else { return nil }
      self = .unix(path: path)
      return
    }
    guard
      let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var address = String(text[..<colon])
    if address.hasPrefix("["), address.hasSuffix("]") {
      address = String(address.dropFirst().dropLast())
    }
    if address == "localhost" { address = "127.0.0.1" }
    guard PeerAddress(address) != nil else { return nil }
    self = .tcp(address: address, port: port)
  }

  /// The text form.
  public var description: String {
    switch self {
    case .tcp(let address, let port):
      address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }

  /// Whether only this machine can reach it.
  public var isLocal: Bool {
    switch self {
    case .tcp(let address, _): PeerAddress(address)?.isLoopback == true
    case .unix: true
    }
  }

  /// The address as a URL, where it is one.
  public var url: String {
    switch self {
    case .tcp: "http://\(self)"
    case .unix: description
    }
  }
}
