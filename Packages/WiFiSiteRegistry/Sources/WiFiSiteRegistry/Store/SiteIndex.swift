import YuiStorage
import YuiTenancy

/// Keeps the words of sites searchable.
///
/// It follows the sites by a moment, so that storing one costs no more than that.
enum SiteIndex {
  private static let slice = 500

  static let task = ModuleTask("index-sites", every: 300) { store, _ in
    try SiteStore.words.follow(in: store, limit: slice) { id, snapshot in
      try UUIDv7(id).flatMap { try SiteStore.site($0, in: snapshot)?.searchText }
    } == slice
  }
}
