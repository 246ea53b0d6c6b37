/// A file as its bytes from any offset, so that a large one is never in memory as a whole.
public struct TableFile: Sendable {
  /// How many bytes it has.
  public let size: Int
  private let readBytes: @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

  /// Describes a file by how it is read.
  ///
  /// - Parameter read: returns `count` bytes from an offset; the range lies within the file.
  public init(size: Int, read: @escaping @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8])
  {
    (self.size, readBytes) = (size, read)
  }

  /// Takes a file that is in memory.
  public init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { offset, count in Array(bytes[offset..<(offset + count)]) }
  }

  /// Reads up to `count` bytes from an offset; fewer only at the end of the file.
  public func read(at offset: Int, count: Int) throws -> [UInt8] {
    let count = min(count, size - offset)
    return count > 0 ? try readBytes(offset, count) : []
  }
}
