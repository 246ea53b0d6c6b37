package import YuiTransparencyLog

/// What a store holds, in a form that can be compared: the same rows give the same digests on every
/// engine (`docs/formats/contents-digest.md`).
package struct StoreContents: Sendable, Hashable {
  /// A table's rows, counted and hashed.
  package struct Table: Sendable, Hashable {
    package let name: String
    package let rows: Int
    package let digest: Digest
  }

  /// The tables by name, without the one that tells the store's own epoch.
  package let tables: [Table]

  init(_ tables: [Table]) {
    self.tables = tables.sorted { $0.name < $1.name }
  }

  /// One digest of all tables but the ones named.
  package func digest(without names: Set<String> = []) -> Digest {
    var hash = SHA256.Stream()
    for table in tables where !names.contains(table.name) {
      var entry = CanonicalBytes()
      entry.append(.text(table.name))
      entry.append(.integer(Int64(table.rows)))
      entry.append(.blob(table.digest.bytes))
      hash.update(entry.bytes)
    }
    return hash.finish()
  }

  /// The names of the tables that are not the same here and there.
  package func differences(from other: StoreContents) -> [String] {
    Set(Set(tables).symmetricDifference(other.tables).map(\.name)).sorted()
  }
}

/// Values one after the other, so that different values never give the same bytes.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  /// A letter for the type; numbers in 8 bytes, most significant first; texts and bytes with their
  /// length in front.
  mutating func append(_ value: SQLValue) {
    switch value {
    case .null: append("n")
    case .integer(let number): append("i", UInt64(bitPattern: number))
    // SQLite keeps no NaN, and no sign of zero.
    case .real(let number) where number.isNaN: append("n")
    case .real(let number): append("r", (number == 0 ? 0 : number).bitPattern)
    case .text(let text):
      append("t", UInt64(text.utf8.count))
      bytes += text.utf8
    case .blob(let blob):
      append("b", UInt64(blob.count))
      bytes += blob
    }
  }

  private mutating func append(_ type: Unicode.Scalar) {
    bytes.append(UInt8(ascii: type))
  }

  private mutating func append(_ type: Unicode.Scalar, _ number: UInt64) {
    append(type)
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }
}
