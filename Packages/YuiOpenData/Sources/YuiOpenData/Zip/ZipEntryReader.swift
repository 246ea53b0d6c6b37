import YuiText

/// The content of one file of an archive, piece by piece.
///
/// It is measured while it is inflated, whatever the directory says, and its checksum compared at the
/// end.
final class ZipEntryReader {
  private static let inputBytes = 1 << 16
  private static let outputBytes = 1 << 18

  private let archive: ZipArchive
  private let entry: ZipEntry
  private var inflation: Inflation
  private var checksum = CRC32()
  private var input: ArraySlice<UInt8> = []
  /// Where the next compressed bytes are, and how many there are still.
  private(set) var offset: Int
  private var rest: Int
  private var inflated = 0
  private var isAtEnd = false

  init(_ entry: ZipEntry, of archive: ZipArchive) throws {
    self.archive = archive
    self.entry = entry
    guard let inflation = Inflation() else { throw ZipProblem.damaged }
    self.inflation = inflation
    var header = ByteReader(try archive.file.read(at: entry.offset, count: 30))
    guard header.uint32() == 0x0403_4B50, header.skip(2), let flags = header.uint16(),
      header.skip(18), let nameLength = header.uint16(), let extraLength = header.uint16()
    else { throw ZipProblem.damaged }
    guard flags & 1 == 0 else { throw ZipProblem.encrypted }
    offset = entry.offset + 30 + Int(nameLength) + Int(extraLength)
    rest = entry.compressedSize
    guard offset + rest <= archive.file.size else { throw ZipProblem.damaged }
  }

  /// Returns the next bytes, or `nil` behind the last.
  func next() throws -> [UInt8]? {
    while !isAtEnd {
      if input.isEmpty { try readOn() }
      let output = try entry.method == .stored ? takeStored() : takeInflated()
      inflated += output.count
      checksum.update(output)
      guard inflated <= entry.size else { throw ZipProblem.damaged }
      if isAtEnd, inflated < entry.size || checksum.value != entry.checksum {
        throw ZipProblem.damaged
      }
      if !output.isEmpty { return output }
    }
    return nil
  }

  private func readOn() throws {
    input = try archive.file.read(at: offset, count: min(rest, Self.inputBytes))[...]
    offset += input.count
    rest -= input.count
  }

  private func takeStored() -> [UInt8] {
    defer { input = [] }
    isAtEnd = rest == 0
    return Array(input)
  }

  private func takeInflated() throws -> [UInt8] {
    // Without input there may still be output that found no room before.
    guard let step = inflation.step(input, room: Self.outputBytes) else {
      throw ZipProblem.damaged
    }
    guard step.isAtEnd || step.consumed > 0 || !step.output.isEmpty else {
      throw ZipProblem.damaged
    }
    input = input.dropFirst(step.consumed)
    isAtEnd = step.isAtEnd
    return step.output
  }
}
