import Testing
import YuiOpenData
import YuiStorage

/// Positions of GeoNames and of the Geospatial Information Authority, to a hundredth of a degree.
@Suite struct JapanLandTests {
  @Test(
    "A place on land may be in the prefecture it is in",
    arguments: [
      (35.69, 139.69, 13),  // Tokyo's government
      (43.06, 141.35, 1),  // Sapporo
      (44.02, 145.19, 1),  // Rausu
      (38.02, 138.37, 15),  // Sado
      (34.25, 134.72, 28),  // Fukura on Awaji
      (34.48, 134.19, 37),  // Tonosho on Shodoshima
      (32.20, 130.03, 43),  // Ushibuka on Amakusa
      (34.20, 129.29, 42),  // Izuhara on Tsushima
      (28.38, 129.49, 46),  // Naze on Amami
      (26.21, 127.68, 47),  // Naha
      (24.45, 123.00, 47),  // Yonaguni
      (27.09, 142.19, 13),  // Chichijima
      (24.29, 153.98, 13),  // Minamitorishima
      (35.20, 136.10, 25),  // in Lake Biwa
      (35.63, 139.78, 13),  // Odaiba, made from the sea
    ])
  func believed(latitude: Double, longitude: Double, prefecture: Int) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
    #expect(JapanLand.prefectures(near: place).contains(prefecture))
  }

  @Test(
    "A place at sea or abroad is in none",
    arguments: [
      (35.50, 139.87),  // in the middle of Tokyo Bay
      (35.00, 141.20), (38.50, 136.00), (35.10, 129.03), (46.95, 142.73), (0, 0), (90, 180),
    ])
  func refused(latitude: Double, longitude: Double) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
    #expect(JapanLand.prefectures(near: place).isEmpty)
  }

  @Test("A city two prefectures away is not taken for this one")
  func otherPrefectures() throws {
    let osaka = try #require(Coordinate(latitude: 34.69, longitude: 135.50))
    #expect(JapanLand.prefectures(near: osaka) == [27, 28, 29])
    let chiba = try #require(Coordinate(latitude: 35.61, longitude: 140.11))
    #expect(JapanLand.prefectures(near: chiba) == [12])
  }

  @Test("A map shows land where there is land, in strips that do not overlap")
  func strips() throws {
    let bay = try #require(BoundingBox(west: 139.7, south: 35.3, east: 140.0, north: 35.7))
    let strips = JapanLand.strips(in: bay)
    #expect(strips.contains { holds($0, latitude: 35.69, longitude: 139.75) })
    #expect(!strips.contains { holds($0, latitude: 35.50, longitude: 139.87) })
    for latitude in stride(from: 35.304, to: 35.7, by: 1.0 / 120) {
      for longitude in stride(from: 139.706, to: 140, by: 1.0 / 80) {
        let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
        let over = strips.count { holds($0, latitude: latitude, longitude: longitude) }
        #expect(over == (JapanLand.prefectures(near: place).isEmpty ? 0 : 1))
      }
    }
  }

  @Test("A map of the whole country is drawn by second-order meshes")
  func wide() throws {
    let japan = try #require(BoundingBox(west: 122, south: 20, east: 154, north: 46))
    let strips = JapanLand.strips(in: japan)
    #expect(500...3_000 ~= strips.count)
    #expect(strips.contains { holds($0, latitude: 43.06, longitude: 141.35) })
    #expect(JapanLand.strips(in: try #require(BoundingBox(longitude: -70, latitude: -40))).isEmpty)
  }

  private func holds(_ box: BoundingBox, latitude: Double, longitude: Double) -> Bool {
    box.west <= longitude && longitude < box.east && box.south <= latitude && latitude < box.north
  }
}
