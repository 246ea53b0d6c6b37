/// A file of an archive, as its directory describes it.
struct ZipEntry: Sendable {
  enum Method: UInt16 { case stored = 0, deflated = 8 }

  let name: String
  let method: Method
  let compressedSize: Int
  let size: Int
  let checksum: UInt32
  /// Where its local header begins.
  let offset: Int
}
