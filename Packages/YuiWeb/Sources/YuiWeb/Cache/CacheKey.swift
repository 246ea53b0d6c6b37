import YuiText

/// What one kept answer is for: encoding, language, scheme, host and canonical target.
///
/// Written as bytes, so that the fast path can build it from a request's own memory.
enum CacheKey {
  struct Variant: Hashable {
    let language: Language
    let isCompressed: Bool
    let isSecure: Bool

    fileprivate var byte: UInt8 {
      UInt8(truncatingIfNeeded: language.cacheIndex << 2)
        | (isCompressed ? 2 : 0) | (isSecure ? 1 : 0)
    }
  }

  /// Calls `body` with the key for a `Host` value and a target as they came.
  static func withKey<Result>(
    _ variant: Variant, host: UnsafeRawBufferPointer, target: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let name = HostName.withoutPort(host)
    let count = name.count + target.count + 2
    return withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { key in
      key[0] = variant.byte
      for index in 0..<name.count { key[1 + index] = ASCII.lowercased(name[index]) }
      key[1 + name.count] = 0
      UnsafeMutableRawBufferPointer(rebasing: key[(2 + name.count)...]).copyMemory(from: target)
      return body(UnsafeRawBufferPointer(key))
    }
  }

  static func key(_ variant: Variant, host: String, target: String) -> [UInt8] {
    [variant.byte] + host.utf8 + [0] + target.utf8
  }
}

extension Language {
  fileprivate var cacheIndex: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The name in a `Host` value.
enum HostName {
  static func withoutPort(_ host: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let end =
      host.first == 0x5B
      ? host.firstIndex(of: 0x5D).map { $0 + 1 } : host.firstIndex(of: 0x3A)
    return UnsafeRawBufferPointer(rebasing: host[..<(end ?? host.endIndex)])
  }
}
