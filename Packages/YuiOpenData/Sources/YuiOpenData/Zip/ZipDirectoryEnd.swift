/// The record that ends an archive and tells where its directory is.
struct ZipDirectoryEnd {
  private static let length = 22
  private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let locatorOfZip64: [UInt8] = [0x50, 0x4B, 0x06, 0x07]

  let entries: Int
  let offset: Int
  let size: Int

  /// Looks for the record from the end, since a comment may follow it.
  init(of file: TableFile) throws {
    let start = max(0, file.size - Self.length - 65_535 - 20)
    let tail = try file.read(at: start, count: file.size - start)
    guard
      let place = stride(from: tail.count - Self.length, through: 0, by: -1).first(where: {
        tail[$0...].starts(with: Self.signature)
          && Int(tail[$0 + 20]) + Int(tail[$0 + 21]) << 8 == tail.count - $0 - Self.length
      })
    else { throw ZipProblem.damaged }
    if place >= 20, tail[(place - 20)...].starts(with: Self.locatorOfZip64) {
      throw ZipProblem.zip64
    }
    var bytes = ByteReader(Array(tail[(place + 4)...]))
    guard let disk = bytes.uint16(), let directoryDisk = bytes.uint16(),
      let entriesHere = bytes.uint16(), let entries = bytes.uint16(), let size = bytes.uint32(),
      let offset = bytes.uint32()
    else { throw ZipProblem.damaged }
    guard entries != .max, size != .max, offset != .max else { throw ZipProblem.zip64 }
    guard disk == 0, directoryDisk == 0, entriesHere == entries else { throw ZipProblem.parts }
    guard Int(offset) + Int(size) <= start + place else { throw ZipProblem.damaged }
    (self.entries, self.offset, self.size) = (Int(entries), Int(offset), Int(size))
  }
}
