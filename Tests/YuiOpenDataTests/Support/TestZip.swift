/// A ZIP archive made by hand (PKWARE APPNOTE 6.3.3), so that each of its numbers can be wrong.
struct TestZip {
  struct File {
    var name: String
    var content: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// What the archive claims; nil for what is so.
    var size: UInt32?
    var checksum: UInt32?
  }

  var files: [File]
  var claimsEntries: UInt16?
  var comment: [UInt8] = []

  init(_ files: [(String, String)]) {
    self.files = files.map { File(name: $0.0, content: Array($0.1.utf8)) }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = UInt32(bytes.count)
      let common =
        number(file.flags) + number(file.method) + number(UInt32(0x0021_0000))
        + number(file.checksum ?? Self.crc32(file.content)) + number(UInt32(file.content.count))
        + number(file.size ?? UInt32(file.content.count)) + number(UInt16(file.name.utf8.count))
      bytes += number(UInt32(0x0403_4B50)) + number(UInt16(20)) + common + number(UInt16(0))
      bytes += Array(file.name.utf8) + file.content
      directory += number(UInt32(0x0201_4B50)) + number(UInt16(20)) + number(UInt16(20)) + common
      directory += number(UInt16(0)) + number(UInt16(0)) + number(UInt32(0)) + number(UInt32(0))
      directory += number(offset) + Array(file.name.utf8)
    }
    let entries = claimsEntries ?? UInt16(files.count)
    let end =
      number(UInt32(0x0605_4B50)) + number(UInt32(0)) + number(entries) + number(entries)
      + number(UInt32(directory.count)) + number(UInt32(bytes.count))
    return bytes + directory + end + number(UInt16(comment.count)) + comment
  }

  private func number(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
