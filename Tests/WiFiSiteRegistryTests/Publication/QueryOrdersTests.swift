import Testing
import YuiStorage
import YuiTenancy
import YuiText

@testable import WiFiSiteRegistry

@Suite("The order of what large queries ask for")
struct QueryOrdersTests {
  private static func ids(_ count: Int) -> [UUIDv7] {
    (0..<count).map { UUIDv7(at: WiFiTenant.later(Int64($0))) }
  }

  private static func query(_ kind: String) -> FeatureQuery {
    FeatureQuery(boxes: [], days: nil, filters: ["class": kind])
  }

  @Test("An order is found for its query and version alone")
  func found() {
    let (orders, ids) = (QueryOrders(mostIDs: 10), Self.ids(3))
    orders.keep(ids, of: Self.query("park"), version: 1)
    #expect(orders.ids(of: Self.query("park"), version: 1) == ids)
    #expect(orders.ids(of: Self.query("park"), version: 2) == nil)
    #expect(orders.ids(of: Self.query("library"), version: 1) == nil)
  }

  @Test("Those that were not used for the longest time make room, and none is larger than all")
  func bound() {
    let orders = QueryOrders(mostIDs: 10)
    for kind in ["a", "b"] { orders.keep(Self.ids(5), of: Self.query(kind), version: 1) }
    _ = orders.ids(of: Self.query("a"), version: 1)
    orders.keep(Self.ids(4), of: Self.query("c"), version: 1)
    orders.keep(Self.ids(11), of: Self.query("d"), version: 1)
    let kept = ["a", "b", "c", "d"].filter { orders.ids(of: Self.query($0), version: 1) != nil }
    #expect(kept == ["a", "c"])
    #expect(orders.count == 9)
    // The same again takes no more room.
    orders.keep(Self.ids(4), of: Self.query("c"), version: 1)
    #expect(orders.count == 9)
  }

  @Test("A page begins behind an id, whether or not it is among them")
  func behind() {
    let ids = Self.ids(10)
    let every = stride(from: 0, to: 10, by: 2).map { ids[$0] }
    #expect(every.firstIndex(behind: nil) == 0)
    for (index, id) in ids.enumerated() {
      #expect(every.firstIndex(behind: id) == every.filter { $0 <= id }.count, "\(index)")
    }
    #expect([UUIDv7]().firstIndex(behind: ids[0]) == 0)
  }
}
