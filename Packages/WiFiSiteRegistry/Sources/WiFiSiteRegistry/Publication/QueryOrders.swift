import Synchronization
import YuiStorage
import YuiTenancy

/// The ids of what large queries ask for, in order, so that whoever goes through the pages of one has
/// its sites found, counted and sorted once.
///
/// An order holds until a site changes: then the sites have another version. Sites of all tenants
/// share the bound, and a version belongs to one alone.
final class QueryOrders: Sendable {
  static let shared = QueryOrders(mostIDs: 1_000_000)

  private struct Key: Hashable {
    let version: Int64
    let query: FeatureQuery
  }

  private struct Order {
    let ids: [UUIDv7]
    var lastUse: Int
  }

  private struct State {
    var orders: [Key: Order] = [:]
    var ids = 0
    var uses = 0
  }

  private let state = Mutex(State())
  /// How many are kept, 16 bytes each.
  let mostIDs: Int

  init(mostIDs: Int) { self.mostIDs = mostIDs }

  /// How many ids are kept.
  var count: Int { state.withLock(\.ids) }

  func ids(of query: FeatureQuery, version: Int64) -> [UUIDv7]? {
    state.withLock { state in
      let key = Key(version: version, query: query)
      state.uses += 1
      state.orders[key]?.lastUse = state.uses
      return state.orders[key]?.ids
    }
  }

  /// Keeps an order; those that were not used for the longest time make room.
  func keep(_ ids: [UUIDv7], of query: FeatureQuery, version: Int64) {
    guard ids.count <= mostIDs else { return }
    state.withLock { state in
      state.uses += 1
      let key = Key(version: version, query: query)
      state.ids += ids.count - (state.orders[key]?.ids.count ?? 0)
      state.orders[key] = Order(ids: ids, lastUse: state.uses)
      while state.ids > mostIDs,
        let oldest = state.orders.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        state.ids -= oldest.value.ids.count
        state.orders[oldest.key] = nil
      }
    }
  }
}

extension [UUIDv7] {
  /// Of ids in order, where those behind one begin.
  func firstIndex(behind id: UUIDv7?) -> Int {
    guard let id else { return 0 }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
