/// Writes a ZIP archive (PKWARE APPNOTE 6.3.3) from beginning to end, so that it can be sent while it
/// is made.
///
/// The size of a file follows its content (a data descriptor), and all files are of the same day, so
/// that the same content gives the same archive.
struct ZipWriter: ~Copyable {
  /// An archive without ZIP64 ends here.
  static let mostBytes = Int(UInt32.max)

  private struct Written {
    let name: [UInt8]
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    let offset: Int
  }

  // Bit 3: a data descriptor; bit 11: the name is UTF-8.
  private static let flags: UInt16 = 0x0808
  // 1980-01-01, the first day there is.
  private static let day: UInt16 = 0x0021

  private var bytes: [UInt8] = []
  private var taken = 0
  private var written: [Written] = []
  private var name: [UInt8] = []
  private var start = 0
  private var headerEnd = 0
  /// How long the open file is, as it is before it is deflated.
  private(set) var openSize = 0
  private var checksum = CRC32()
  private var deflation: Deflation?

  /// How long the archive is so far.
  var count: Int { taken + bytes.count }

  /// Writes a whole file.
  mutating func add(_ name: String, _ content: String) {
    begin(name)
    append(Array(content.utf8))
    end()
  }

  /// Begins a file; one is open at a time.
  mutating func begin(_ name: String) {
    (self.name, start, openSize, checksum) = (Array(name.utf8), count, 0, CRC32())
    deflation = Deflation()
    put(UInt32(0x0403_4B50))
    put(version)
    put(Self.flags)
    putMethodAndTime()
    for _ in 0..<3 { put(UInt32(0)) }
    put(UInt16(self.name.count))
    put(UInt16(0))
    bytes += self.name
    headerEnd = count
  }

  /// Writes more of the open file.
  mutating func append(_ content: [UInt8]) {
    guard !content.isEmpty else { return }
    openSize += content.count
    checksum.update(content)
    deflation?.deflate(content, isLast: false, to: &bytes)
  }

  /// Ends the open file.
  mutating func end() {
    deflation?.deflate([], isLast: true, to: &bytes)
    deflation = nil
    let file = Written(
      name: name, checksum: checksum.value, compressedSize: count - headerEnd, size: openSize,
      offset: start)
    written.append(file)
    put(UInt32(0x0807_4B50))
    putSizes(of: file)
  }

  /// Ends the archive.
  mutating func finish() {
    let directory = count
    for file in written {
      put(UInt32(0x0201_4B50))
      put(version)
      put(version)
      put(Self.flags)
      putMethodAndTime()
      putSizes(of: file)
      put(UInt16(file.name.count))
      for _ in 0..<4 { put(UInt16(0)) }
      put(UInt32(0))
      put(UInt32(truncatingIfNeeded: file.offset))
      bytes += file.name
    }
    let size = count - directory
    put(UInt32(0x0605_4B50))
    put(UInt32(0))
    for _ in 0..<2 { put(UInt16(written.count)) }
    put(UInt32(truncatingIfNeeded: size))
    put(UInt32(truncatingIfNeeded: directory))
    put(UInt16(0))
  }

  /// Takes what was written since the last call.
  mutating func take() -> [UInt8] {
    taken += bytes.count
    defer { bytes = [] }
    return bytes
  }

  // 2.0: deflate.
  private var version: UInt16 { 20 }

  private mutating func putMethodAndTime() {
    put(ZipEntry.Method.deflated.rawValue)
    put(UInt16(0))
    put(Self.day)
  }

  private mutating func putSizes(of file: Written) {
    put(file.checksum)
    put(UInt32(truncatingIfNeeded: file.compressedSize))
    put(UInt32(truncatingIfNeeded: file.size))
  }

  private mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
