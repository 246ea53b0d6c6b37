import YuiOpenData
import YuiText

/// What a file tells sites apart by where it has no ids: name, address and position.
///
/// Width, case, kana and white space make no difference.
struct SiteIdentity: Sendable, Hashable, CustomStringConvertible {
  let name: String
  let address: String
  let place: Coordinate?

  init(name: String, address: String, place: Coordinate?) {
    self.name = TextFolding.fold(name)
    self.address = TextFolding.fold(address)
    self.place = place
  }

  init(of site: WiFiSite) {
    self.init(name: site.name, address: site.address, place: site.place)
  }

  /// As it is stored, to be compared with others.
  var description: String { [name, address, place?.text ?? ""].joined(separator: "\u{1F}") }
}
