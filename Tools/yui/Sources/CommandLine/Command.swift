/// A command as its user sees it: how it is called, what it takes and what it does.
struct Command: Sendable {
  /// An option: `--name VALUE`, or `--name` alone for a switch.
  struct Option: Sendable {
    let name: String
    /// What the value is called in the help; nil for a switch.
    let value: String?
    let help: String
    /// Whether the command cannot do without.
    let isRequired: Bool

    static func value(
      _ name: String, _ value: String, _ help: String, isRequired: Bool = false
    ) -> Option {
      Option(name: name, value: value, help: help, isRequired: isRequired)
    }

    static func flag(_ name: String, _ help: String) -> Option {
      Option(name: name, value: nil, help: help, isRequired: false)
    }
  }

  /// The words that call it: `tenant create`.
  let path: [String]
  /// What it does, in one line.
  let summary: String
  /// The names of what it takes by position, in capitals.
  let parameters: [String]
  let options: [Option]
  let run: @Sendable (Arguments, Console) throws -> Void

  init(
    _ path: String, _ summary: String, parameters: [String] = [], options: [Option] = [],
    run: @escaping @Sendable (Arguments, Console) throws -> Void
  ) {
    self.path = path.split(separator: " ").map(String.init)
    self.summary = summary
    self.parameters = parameters
    self.options = options + [.flag("help", "says this")]
    self.run = run
  }

  /// How it is called, in one line.
  var usage: String {
    let needed = options.filter(\.isRequired).map(\.label)
    let optional = options.filter { !$0.isRequired && $0.name != "help" }.map { "[\($0.label)]" }
    return (["yui"] + path + parameters + needed + optional).joined(separator: " ")
  }

  /// The whole help.
  var help: String {
    let width = (options.map { $0.label.count }.max() ?? 0) + 2
    let lines = options.map { option in
      "  " + option.label + String(repeating: " ", count: width - option.label.count) + option.help
    }
    return "\(usage)\n\n\(summary)\n\n\(lines.joined(separator: "\n"))\n"
  }
}

extension Command.Option {
  fileprivate var label: String { value.map { "--\(name) \($0)" } ?? "--\(name)" }
}
