import YuiText

/// The files of a ZIP archive (PKWARE APPNOTE 6.3.3, the subset that ISO/IEC 29500-2 allows), found by
/// its directory.
///
/// An archive in several parts, with ZIP64 or encrypted is refused, and so is one that claims to hold
/// more than ``ZipLimits`` allow. Names are compared without regard to case, as parts of a workbook
/// are.
struct ZipArchive: Sendable {
  let file: TableFile
  let limits: ZipLimits
  private var entries: [String: ZipEntry] = [:]

  /// Whether a file begins as an archive does.
  static func isRecognised(_ start: [UInt8]) -> Bool {
    start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  init(_ file: TableFile, limits: ZipLimits = ZipLimits()) throws {
    self.file = file
    self.limits = limits
    let end = try ZipDirectoryEnd(of: file)
    guard end.entries <= limits.entries else { throw ZipProblem.tooManyEntries(limits.entries) }
    guard end.size <= limits.directoryBytes else { throw ZipProblem.damaged }
    var bytes = ByteReader(try file.read(at: end.offset, count: end.size))
    var inflated = 0
    for _ in 0..<end.entries {
      let entry = try Self.entry(&bytes)
      inflated += entry.size
      try check(entry, sum: inflated)
      // Of two files of one name, each program would read another.
      guard entries.updateValue(entry, forKey: Self.key(entry.name)) == nil else {
        throw ZipProblem.damaged
      }
    }
  }

  /// Returns the file of a name, without a slash in front.
  func entry(_ name: String) -> ZipEntry? { entries[Self.key(name)] }

  private static func key(_ name: String) -> String { name.lowercased() }

  /// Looks at what an entry claims; what it really holds is watched while it is inflated.
  private func check(_ entry: ZipEntry, sum: Int) throws(RowProblem) {
    guard sum <= limits.inflatedBytes else { throw ZipProblem.bomb(limits.inflatedBytes) }
    guard entry.size <= limits.freeBytes || entry.size / limits.ratio <= entry.compressedSize else {
      throw ZipProblem.bomb(limits.inflatedBytes)
    }
  }

  private static func entry(_ bytes: inout ByteReader) throws(RowProblem) -> ZipEntry {
    guard bytes.uint32() == 0x0201_4B50, bytes.skip(4), let flags = bytes.uint16(),
      let method = bytes.uint16(), bytes.skip(4), let checksum = bytes.uint32(),
      let compressedSize = bytes.uint32(), let size = bytes.uint32(),
      let nameLength = bytes.uint16(), let extraLength = bytes.uint16(),
      let commentLength = bytes.uint16(), bytes.skip(8), let offset = bytes.uint32(),
      let name = bytes.bytes(Int(nameLength)), bytes.skip(Int(extraLength) + Int(commentLength))
    else { throw ZipProblem.damaged }
    // Bit 0: encrypted; bit 13: so is the directory.
    guard flags & 0x2001 == 0 else { throw ZipProblem.encrypted }
    guard compressedSize != .max, size != .max, offset != .max else { throw ZipProblem.zip64 }
    guard let method = ZipEntry.Method(rawValue: method) else { throw ZipProblem.method }
    return ZipEntry(
      name: String(decoding: name, as: UTF8.self), method: method,
      compressedSize: Int(compressedSize), size: Int(size), checksum: checksum,
      offset: Int(offset))
  }
}
