import Testing
import YuiOpenData
import YuiStorage
import YuiText

@testable import AssetLedger

extension AssetTenant {
  /// Stores an asset by staff and returns it.
  @discardableResult
  func add(
    _ id: String, _ assetClass: AssetClass = .building, name: String = "庁舎",
    at place: Coordinate = Spot.tocho, _ change: (inout Asset) -> Void = { _ in }
  ) throws -> Asset {
    var asset = Asset(try #require(AssetID(id)), assetClass, name: name, at: place)
    asset.publish = .public
    change(&asset)
    return try save(asset)
  }

  @discardableResult
  func save(
    _ asset: Asset, by who: String = "editor@city.example.jp",
    source: AssetChange.Source = .staff, at time: Timestamp = now
  ) throws -> Asset {
    try store.write {
      try AssetStore.save(asset, on: .init(who: who, source: source, at: time), in: $0)
    }
    return asset
  }

  @discardableResult
  func remove(_ ids: String..., at time: Timestamp = now) throws -> [AssetChange] {
    try store.write {
      try AssetStore.remove(
        ids.map(AssetID.init(stored:)),
        on: .init(who: "editor@city.example.jp", source: .staff, at: time), in: $0)
    }
  }

  func asset(_ id: String) throws -> Asset? {
    try store.read { try AssetStore.asset(AssetID(stored: id), in: $0) }
  }

  /// The ids that a filter lets through.
  func ids(_ filter: AssetFilter) throws -> [String] {
    try store.read { try AssetStore.page(filter, limit: 1_000, in: $0).map(\.id.description) }
  }

  func count(of filter: AssetFilter) throws -> Int {
    try store.read { try AssetStore.count(of: filter, in: $0) }
  }

  func history(of id: String) throws -> [AssetHistory.Entry] {
    try store.read { try AssetHistory.of(AssetID(stored: id), limit: 100, in: $0) }
  }
}

/// Places of the tests, by the Geospatial Information Authority's map.
enum Spot {
  /// 東京都庁.
  static let tocho = coordinate(35.689634, 139.692101)
  /// 東京タワー, in mesh 53393599.
  static let tower = coordinate(35.658581, 139.745433)
  /// 大阪府庁.
  static let osaka = coordinate(34.686344, 135.520037)
  /// In the Pacific, far from any land.
  static let sea = coordinate(33, 145)

  private static func coordinate(_ latitude: Double, _ longitude: Double) -> Coordinate {
    guard let place = Coordinate(latitude: latitude, longitude: longitude) else {
      preconditionFailure("no place")
    }
    return place
  }
}

extension Asset {
  /// An asset of which every field says something.
  static func full() throws -> Asset {
    var asset = Asset(
      try #require(AssetID("B-001")), .building, name: "本庁舎", at: Spot.tocho)
    asset.nameEn = "City office"
    asset.owner = "新宿区"
    asset.bureau = "総務部"
    asset.ownerCode = "131041"
    asset.address = "東京都新宿区西新宿2-8-1"
    asset.municipality = "131041"
    asset.accuracy = 5
    asset.area = 1_234.5
    asset.height = 45.2
    asset.streetDistance = 12
    asset.storeys = 9
    asset.structure = "鉄骨鉄筋コンクリート造"
    asset.builtYear = 1991
    asset.roofUse = "空調機と太陽光発電"
    asset.load = "300 kg/m²"
    asset.power = Supply("available")
    asset.voltage = "単相100V"
    asset.metering = "子メーター"
    asset.fibre = Supply("引込み済み、予備管あり")
    asset.accessHours = "平日 9:00–17:00"
    asset.needsEscort = true
    asset.constraints = [.heritage, .school]
    asset.constraintNote = "景観条例\n高さ制限"
    asset.currentUse = "庁舎"
    asset.availability = .negotiating
    asset.unsuitableReason = UnsuitableReason("structure")
    asset.unsuitableNote = "北側の塔屋のみ可"
    asset.legalBasis = .permit
    asset.sharingAllowed = true
    asset.sharingTerms = "2社目から届出"
    asset.feeBasis = "行政財産使用料条例"
    asset.contact = "総務課 03-1234-5678"
    asset.note = "冬は屋上に上がれません"
    asset.source = "公有財産台帳"
    asset.verifiedOn = CalendarDate(iso: "2026-02-28")
    asset.publish = .public
    asset.details = ["roof_area_m2": "800.5", "roof_shape": "flat", "lightning_rod": "yes"]
    return asset
  }
}
