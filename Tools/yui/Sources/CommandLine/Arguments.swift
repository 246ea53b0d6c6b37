/// What was given to a command, checked against what it takes.
struct Arguments: Sendable {
  private let positions: [String: String]
  private let values: [String: String]

  /// Reads the words after the command's name; options may stand anywhere, `--` ends them.
  init(_ words: some Sequence<String>, for command: Command) throws(UsageError) {
    var rest: [String] = []
    var values: [String: String] = [:]
    var iterator = words.makeIterator()
    var onlyPositions = false
    while let word = iterator.next() {
      guard word.hasPrefix("--"), !onlyPositions else {
        rest.append(word)
        continue
      }
      if word == "--" {
        onlyPositions = true
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      guard let option = command.options.first(where: { $0.name == name }) else {
        // Without what was given to it, which may be a secret.
        throw UsageError("unknown option --\(name)", command: command)
      }
      guard values[name] == nil else {
        throw UsageError("--\(name) is given twice", command: command)
      }
      if option.value == nil {
        guard parts.count == 1 else {
          throw UsageError("--\(name) takes no value", command: command)
        }
        values[name] = ""
      } else if let value = parts.count == 2 ? parts[1] : iterator.next() {
        values[name] = value
      } else {
        throw UsageError("--\(name) needs a value", command: command)
      }
    }
    if values["help"] == nil {
      guard rest.count >= command.parameters.count else {
        throw UsageError("\(command.parameters[rest.count]) is missing", command: command)
      }
      guard rest.count == command.parameters.count else {
        throw UsageError("'\(rest[command.parameters.count])' is too much", command: command)
      }
      for option in command.options where option.isRequired && values[option.name] == nil {
        throw UsageError("--\(option.name) is missing", command: command)
      }
    }
    positions = Dictionary(
      zip(command.parameters, rest).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    self.values = values
  }

  /// What stands at a position, or the value of an option that the command cannot do without.
  subscript(name: String) -> String { positions[name] ?? values[name] ?? "" }

  /// The value of an option; nil where it was not given.
  func value(_ option: String) -> String? { values[option] }

  /// Whether a switch was given.
  func has(_ flag: String) -> Bool { values[flag] != nil }
}

/// A call that is not understood; exit status 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ problem: String) { description = problem }

  init(_ problem: String, command: Command) {
    description = "\(problem)\nusage: \(command.usage)"
  }
}

/// Work that could not be done, in words for the person who asked; exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
