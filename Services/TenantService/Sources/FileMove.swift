import Glibc

/// Moving a folder within a data folder.
enum FileMove {
  static func rename(_ source: String, to target: String) throws {
    guard Glibc.rename(source, target) == 0 else {
      throw DeploymentError(
        "cannot move \(source) to \(target): \(String(cString: strerror(errno)))")
    }
  }
}
