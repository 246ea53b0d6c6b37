import FoundationEssentials
import Glibc

/// Where the program under test lies: `$YUI_BINARY`, else beside the test bundle.
enum YuiBinary {
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["YUI_BINARY"] { return given }
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/yui"
  }()
}
