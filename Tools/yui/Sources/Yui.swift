import Glibc

/// The one executable: finds the command that is meant, runs it, and ends with its status.
@main enum Yui {
  static func main() {
    let console = Console()
    do {
      try run(Array(CommandLine.arguments.dropFirst()), console)
      if console.lostOutput { throw CommandFailure("what was done could not be printed in full") }
    } catch let error as UsageError {
      console.note("yui: \(error)")
      exit(2)
    } catch {
      console.note("yui: \(error)")
      exit(1)
    }
  }

  private static func run(_ words: [String], _ console: Console) throws {
    guard let first = words.first, first != "--help", first != "help" else {
      console.say(overview)
      return
    }
    if first == "--version" {
      console.say(Build.version)
      return
    }
    guard let command = commands.first(where: { words.starts(with: $0.path) }) else {
      if words.count == 2, words[1] == "--help", commands.contains(where: { $0.path[0] == first }) {
        console.say(group(first))
        return
      }
      throw UsageError(unknown(words))
    }
    let arguments = try Arguments(words.dropFirst(command.path.count), for: command)
    if arguments.has("help") {
      console.say(command.help)
    } else {
      try command.run(arguments, console)
    }
  }

  private static func unknown(_ words: [String]) -> String {
    guard commands.contains(where: { $0.path.first == words.first }) else {
      return "there is no command '\(words[0].prefix(40))': 'yui --help' lists the ones there are"
    }
    return group(words[0])
  }

  /// The commands that share their first word.
  private static func group(_ name: String) -> String {
    let siblings = commands.filter { $0.path.first == name }
    return "'yui \(name)' is one of:\n"
      + siblings.map { "  \($0.usage)" }.joined(separator: "\n")
  }

  private static var overview: String {
    let width = (commands.map { $0.path.joined(separator: " ").count }.max() ?? 0) + 2
    let lines = commands.map { command in
      let name = command.path.joined(separator: " ")
      return "  \(name)\(String(repeating: " ", count: width - name.count))\(command.summary)"
    }
    return """
      Yui 結 \(Build.version): software that municipalities run together

      \(lines.joined(separator: "\n"))

      'yui COMMAND --help' tells the options. Data are in --data DIR, $YUI_DATA or ./yui-data.
      """
  }

  static let commands: [Command] =
    ServeCommands.all + TenantCommands.all + UserCommands.all + TokenCommands.all
    + DatasetCommands.all + BackupCommands.all + AuditCommands.all + LedgerCommands.all
    + OpenAPICommands.all
}
