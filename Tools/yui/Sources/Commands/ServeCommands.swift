import TenantService
import YuiWeb

/// `yui serve` and `yui demo`.
enum ServeCommands {
  static let all = [serve, demo]

  private static let listenOption = Command.Option.value(
    "listen", "ADDR", "ADDR:PORT or unix:PATH; 127.0.0.1:8080 unless given, port 0 takes a free one"
  )

  private static let serve = Command(
    "serve", "serves the tenants until it is told to stop",
    options: [
      Workspace.dataOption, Workspace.storeOption, listenOption,
      .value("config", "FILE", "settings, a line each"),
    ]
  ) { arguments, console in
    RunningService.holdSignals()
    let configuration = try ServeConfiguration(arguments)
    let service = try RunningService(
      configuration, folder: configuration.folder(arguments),
      store: configuration.store(arguments), console: console)
    announce(service, console)
    service.runUntilSignal()
  }

  private static let demo = Command(
    "demo", "serves Tokyo and its 62 municipalities with sample data, made where there are none",
    options: [Workspace.dataOption, Workspace.storeOption, listenOption]
  ) { arguments, console in
    RunningService.holdSignals()
    var configuration = try ServeConfiguration(arguments)
    // The sign-in details would soon be out of sight.
    configuration.logsRequests = false
    let folder = configuration.folder(arguments)
    let demo = Demo(folder: folder, console: console)
    let service = try RunningService(
      configuration, folder: folder, store: configuration.store(arguments), console: console
    ) { try demo.prepare($0) }
    try demo.tellSignIn(at: service.addresses.first)
    announce(service, console)
    service.runUntilSignal()
  }

  private static func announce(_ service: RunningService, _ console: Console) {
    for address in service.addresses { console.say("listening on \(address.url)") }
  }
}
