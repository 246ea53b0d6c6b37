import YuiStorage
import YuiTenancy

/// Keeps the words of assets searchable.
///
/// It follows the assets by a moment, so that storing one costs no more than that.
enum AssetIndex {
  private static let slice = 500

  static let task = ModuleTask("index", every: 300) { store, _ in
    try AssetStore.words.follow(in: store, limit: slice) { id, snapshot in
      try AssetStore.asset(AssetID(stored: id), in: snapshot)?.searchText
    } == slice
  }
}
