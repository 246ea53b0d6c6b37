import FoundationEssentials
import TenantService
import YuiText
import YuiWeb

/// How a server runs: from the configuration file, and over it the options.
///
/// The file has a line for each setting, `name = value`; `#` begins a comment.
struct ServeConfiguration {
  /// Where it answers the public.
  var listen = "127.0.0.1:8080"
  /// Where health and metrics answer besides the management socket; nothing unless set.
  var management: String?
  /// The proxies whose `X-Forwarded-For` and `-Proto` are believed.
  var trustedProxies: [String] = []
  /// Whether each request leaves a line.
  var logsRequests = true
  /// The data folder, where the file sets it.
  var data: String?
  /// The PostgreSQL database for tenants, where the file sets it.
  var store: String?
  /// How many connections the server opens to it at most; the usual number unless set.
  var storeConnections: Int?
  /// What somebody may send to one public form in a minute; 0 for no limit, the usual unless set.
  var formLimit: Int?
  /// Where mail goes and who it is from.
  var mail = MailSettings()

  /// Reads the file and the options.
  init(_ arguments: Arguments) throws {
    if let path = arguments.value("config") { try read(path) }
    if let listen = arguments.value("listen") { self.listen = listen }
  }

  /// The data folder: the option, the file, the environment, `./yui-data`.
  func folder(_ arguments: Arguments) -> DataFolder {
    if arguments.value("data") == nil, let data { return DataFolder(data) }
    return Workspace.folder(arguments)
  }

  /// The PostgreSQL database: the option, the file, the environment; nil for files alone.
  func store(_ arguments: Arguments) throws -> DatabaseServer? {
    let server =
      if arguments.value("store") == nil, let store {
        try StoreAddress.read(store, named: "store")
      } else {
        try StoreAddress.server(arguments)
      }
    guard let storeConnections else { return server }
    return server?.limited(to: storeConnections)
  }

  /// What the server needs.
  func server(_ folder: DataFolder) throws -> ServerConfiguration {
    var server = ServerConfiguration(listen: [try Self.address(listen, "listen")])
    server.management = [.unix(path: folder.managementSocket)]
    if let management {
      let address = try Self.address(management, "management")
      guard address.isLocal else {
        throw UsageError("management: '\(management)' is open to others: give a loopback address")
      }
      server.management.append(address)
    }
    server.trustedProxies = try trustedProxies.map { text in
      guard let address = PeerAddress(text) else {
        throw UsageError("trusted-proxies: '\(text)' is no address")
      }
      return address
    }
    if let formLimit { server.formsPerMinute = formLimit == 0 ? nil : formLimit }
    server.build = Build.version
    if !logsRequests { server.log = .none }
    return server
  }

  private mutating func read(_ path: String) throws {
    let text = String(decoding: try InputFile.read(path, limit: 1 << 16), as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let setting = String(line.prefix { $0 != "#" }).trimmingWhitespace
      if setting.isEmpty { continue }
      let parts = setting.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace }
      guard parts.count == 2 else {
        throw UsageError("\(path), line \(index + 1): write NAME = VALUE")
      }
      switch parts[0] {
      case "listen": listen = parts[1]
      case "management": management = parts[1]
      case "data": data = parts[1]
      case "store": store = parts[1]
      case "store-connections":
        guard let number = Int(parts[1]), (4...10_000).contains(number) else {
          throw UsageError("\(path), line \(index + 1): give a number from 4 to 10000")
        }
        storeConnections = number
      case "form-limit":
        guard let number = Int(parts[1]), (0...1_000_000).contains(number) else {
          throw UsageError("\(path), line \(index + 1): give a number from 0 (no limit) to 1000000")
        }
        formLimit = number
      case "trusted-proxies":
        trustedProxies = parts[1].split(separator: ",").map { String($0).trimmingWhitespace }
      case let name where mail.read(name, parts[1]): break
      default:
        throw UsageError(
          "\(path), line \(index + 1): there is no setting '\(parts[0])': there are listen, "
            + "management, data, store, store-connections, form-limit, trusted-proxies, "
            + MailSettings.names.joined(separator: ", "))
      }
    }
  }

  private static func address(_ text: String, _ name: String) throws -> ListenAddress {
    guard let address = ListenAddress(text) else {
      throw UsageError("--\(name): '\(text)' is no address: give ADDR:PORT or unix:PATH")
    }
    return address
  }
}
