import YuiText

/// What changes with every text it is made of, so that a form can tell whether somebody was faster.
///
/// FNV-1a over 64 bits: it guards against accidents, not against anybody.
struct Stamp: CustomStringConvertible {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ texts: [String]) {
    for text in texts {
      // No text holds this byte, so that no two lists of texts run together.
      for byte in Array(text.utf8) + [0xFF] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
  }

  var description: String { String(hash, radix: 16) }
}

extension WiFiSite {
  /// Changes with every field of the site.
  var stamp: String { Stamp(SiteField.allCases.map { $0.text(of: self) }).description }
}

extension AccessPoint {
  /// Changes with everything that is written down of it.
  var stamp: String {
    Stamp(
      [code, position] + bands.map(\.rawValue).sorted() + [""] + security.map(\.rawValue).sorted()
        + ["", status.rawValue, installedOn?.iso ?? ""]
    ).description
  }
}

extension OpenRoamingProfile {
  /// Tells whether it is still as it was.
  var stamp: String {
    let draft = ProfileDraft(self)
    return Stamp(ProfileDraft.Field.allCases.map { draft[$0] }).description
  }
}
