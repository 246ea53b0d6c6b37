import Glibc
import YuiStorage

/// A folder under a name that nobody else has, gone with this object.
public final class TemporaryFolder: Sendable {
  /// Where it lies.
  public let path: String

  /// Makes a folder that its owner alone may enter.
  public init() throws {
    var template = Array("/tmp/yui-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(.io, "mkdtemp failed") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  /// The names of what lies in it.
  public var names: [String] { YuiStorageTesting.names(in: path) }

  /// Whether some bytes stand in one of its files.
  package func holds(_ bytes: [UInt8]) -> Bool {
    names.contains { name in
      guard let file = fopen("\(path)/\(name)", "r") else { return false }
      defer { fclose(file) }
      var content: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&piece, 1, piece.count, file), count > 0 {
        content += piece.prefix(count)
      }
      return content.contains(bytes)
    }
  }
}

/// Returns the names of what lies in a folder.
package func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

/// Removes a file, or a folder with what it holds; a link goes without what it points to.
private func remove(_ path: String) {
  guard unlink(path) != 0 else { return }
  for name in names(in: path) { remove("\(path)/\(name)") }
  rmdir(path)
}
