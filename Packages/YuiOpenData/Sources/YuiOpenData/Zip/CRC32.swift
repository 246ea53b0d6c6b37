import CZlib

/// The checksum of ZIP (ISO 3309, polynomial 0xEDB88320).
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func update(_ bytes: [UInt8]) {
    value = bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(UInt(value), buffer.baseAddress, buffer.count))
    }
  }
}
