/// Decodes the path of a request once, and only if it has one reading.
///
/// A path that two programs could read differently is refused rather than repaired: empty, `.` and
/// `..` segments, an encoded slash, backslash or control character, a broken escape, what is not
/// UTF-8, and bytes that must be escaped. One slash at the end is kept.
package enum PathDecoder {
  package static func decode(_ raw: some Collection<UInt8>) -> String? {
    guard raw.first == 0x2F else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var rest = raw.makeIterator()
    while let byte = rest.next() {
      guard byte > 0x20, byte < 0x7F, byte != 0x5C, byte != 0x3F, byte != 0x23 else { return nil }
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard
        let high = rest.next().flatMap(ASCII.hexValue),
        let low = rest.next().flatMap(ASCII.hexValue)
      else { return nil }
      let decoded = high << 4 | low
      guard decoded >= 0x20, decoded != 0x7F, decoded != 0x2F, decoded != 0x5C else { return nil }
      bytes.append(decoded)
    }
    guard hasCanonicalSegments(bytes) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Cuts a target into path and query; the query is what follows the first `?`.
  package static func split(
    _ target: UnsafeRawBufferPointer
  ) -> (path: UnsafeRawBufferPointer, query: UnsafeRawBufferPointer) {
    let cut = target.firstIndex(of: 0x3F) ?? target.endIndex
    return (
      UnsafeRawBufferPointer(rebasing: target[..<cut]),
      UnsafeRawBufferPointer(rebasing: target[cut...].dropFirst())
    )
  }

  private static func hasCanonicalSegments(_ path: [UInt8]) -> Bool {
    let segments = path.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      if segment.isEmpty && index < segments.count - 1 { return false }
      if segment.elementsEqual([0x2E]) || segment.elementsEqual([0x2E, 0x2E]) { return false }
    }
    return true
  }
}
