import YuiTransparencyLog

/// A log in memory that counts how many hashes are read.
final class MemoryLog: HashReader {
  private(set) var size: Int64 = 0
  private(set) var hashes: [Digest] = []
  private(set) var reads = 0

  func hash(at position: Int64) throws -> Digest {
    reads += 1
    return hashes[Int(position)]
  }

  func append(_ leaves: [[UInt8]]) throws {
    for stored in try MerkleTree.storedHashes(appending: leaves, at: size, reader: self) {
      guard stored.position == hashes.count else { throw Gap(position: stored.position) }
      hashes.append(stored.hash)
    }
    size += Int64(leaves.count)
  }

  func resetReads() { reads = 0 }

  struct Gap: Error {
    let position: Int64
  }
}

func digest(_ hex: String) throws -> Digest {
  guard let digest = Digest(hex: hex) else { throw MemoryLog.Gap(position: -1) }
  return digest
}
