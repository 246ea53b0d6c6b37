import FoundationEssentials
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiWeb
import YuiWebTesting

@Suite("OGC API Features of a tenant")
struct OGCTests {
  struct Link: Decodable {
    let rel: String
    let href: String
    let type: String
  }

  struct Document: Decodable {
    struct Item: Decodable { let id: String }
    let links: [Link]?
    let conformsTo: [String]?
    let collections: [Collection]?
    let numberMatched: Int?
    let numberReturned: Int?
    let features: [Item]?
  }

  struct Collection: Decodable {
    struct Extent: Decodable {
      struct Spatial: Decodable { let bbox: [[Double]] }
      struct Temporal: Decodable { let interval: [[String]] }
      let spatial: Spatial
      let temporal: Temporal?
    }
    let id: String
    let extent: Extent?
    let links: [Link]
  }

  /// Four spots: Tokyo Tower, Tokyo's government, one across the 180th meridian, and one without a
  /// place.
  func client(_ engine: Engine, empty: Bool = false) throws -> TestClient {
    let tenant = try TestTenant(engine, modules: [SpotsModule(), ExampleModule()])
    if !empty {
      try tenant.store.write { transaction in
        for (id, kind, latitude, longitude, since) in [
          ("b", "tower", 35.658581, 139.745433, "2026-04-01"),
          ("a", "hall", 35.689634, 139.692101, "2026-05-01"), ("d", "hall", 0, -179, nil),
        ] as [(String, String, Double, Double, String?)] {
          let place = Coordinate(latitude: latitude, longitude: longitude)
          try Spots.put(id, kind, at: place, since: since, in: transaction)
        }
        try Spots.put("c", "hall", at: nil, since: nil, in: transaction)
      }
    }
    return try tenant.serve().client()
  }

  func document(_ client: TestClient, _ path: String) throws -> Document {
    let response = try client.get(path)
    #expect(response.status == 200)
    return try JSONDecoder().decode(Document.self, from: Data(response.body))
  }

  @Test("The landing page leads to definition, conformance and data", arguments: Engine.allCases)
  func landing(engine: Engine) throws {
    let client = try client(engine)
    let links = try #require(document(client, "/ogc").links)
    #expect(
      Set(links.map(\.rel))
        == ["self", "alternate", "service-desc", "service-doc", "conformance", "data"])
    let classes = try document(client, "/ogc/conformance").conformsTo ?? []
    #expect(
      Set(classes.compactMap { $0.split(separator: "/").last })
        == ["core", "geojson", "oas30", "html"])
    let definition = try client.get("/ogc/api")
    #expect(
      definition.headers["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0")
    #expect(definition.text.contains(#""/collections/spots/items/{featureId}""#))
    #expect(definition.text.contains(#""name":"kind""#))
  }

  @Test("A collection tells what holds all of it", arguments: Engine.allCases)
  func collections(engine: Engine) throws {
    let full = try client(engine)
    let collections = try #require(document(full, "/ogc/collections").collections)
    #expect(collections.map(\.id) == ["spots"])
    let extent = try #require(collections.first?.extent)
    #expect(extent.spatial.bbox == [[-179, 0, 139.745433, 35.689634]])
    // Days of Japan, from the beginning of the first to the end of the last.
    #expect(extent.temporal?.interval == [["2026-03-31T15:00:00Z", "2026-05-01T15:00:00Z"]])
    let one = try JSONDecoder().decode(
      Collection.self, from: Data(try full.get("/ogc/collections/spots").body))
    let types = one.links.filter { $0.rel == "items" }.map(\.type)
    #expect(types == ["application/geo+json", "text/html"])
    #expect(try full.get("/ogc/collections/notices").status == 404)
    let empty = try client(engine, empty: true)
    #expect(try document(empty, "/ogc/collections").collections?.first?.extent == nil)
    #expect(try document(empty, "/ogc/collections/spots/items").numberMatched == 0)
  }

  @Test(
    "Features are asked for by place, day and property",
    arguments: [
      ("", ["a", "b", "c", "d"]), ("bbox=139.7,35.6,139.8,35.7", ["b", "c"]),
      ("bbox=139.745433,35.658581,139.745433,35.658581", ["b", "c"]),
      ("bbox=139.7,35.6,0,139.8,35.7,100", ["b", "c"]), ("bbox=179,-1,-178,1", ["c", "d"]),
      ("bbox=0,50,1,51", ["c"]), ("kind=hall", ["a", "c", "d"]), ("kind=Hall", []),
      ("datetime=2026-04-01", ["b", "c", "d"]),
      ("datetime=2026-03-31T15:00:00Z", ["b", "c", "d"]),
      ("datetime=2026-04-02/..", ["a", "c", "d"]), ("datetime=/2026-04-30", ["b", "c", "d"]),
      ("datetime=2026-04-01/2026-05-01", ["a", "b", "c", "d"]),
      ("bbox=139,35,140,36&kind=hall&datetime=2026-05-01", ["a", "c"]),
      ("limit=1000000", ["a", "b", "c", "d"]), ("lang=en&f=json", ["a", "b", "c", "d"]),
    ], Engine.allCases)
  func items(question: (query: String, ids: [String]), engine: Engine) throws {
    let found = try document(client(engine), "/ogc/collections/spots/items?\(question.query)")
    #expect(found.features?.map(\.id) == question.ids)
    #expect(found.numberMatched == question.ids.count)
    #expect(found.numberReturned == question.ids.count)
  }

  @Test(
    "What is not declared, or cannot be read, is a bad request",
    arguments: [
      "items?x=1", "items?limit=0", "items?limit=-1", "items?limit=x", "items?limit=1&limit=2",
      "items?bbox=1,2,3", "items?bbox=1,2,3,x", "items?bbox=", "items?bbox=1,2,3,4,5",
      "items?bbox=0,50,1,40", "items?bbox=0,0,181,1", "items?bbox=0x1,0,1,1",
      "items?bbox=nan,0,1,1", "items?datetime=yesterday", "items?datetime=2026-05-01/2026-04-01",
      "items?datetime=2026-04-01/2026-04-02/2026-04-03", "items?datetime=..", "items?f=xml",
      "items/a?limit=1", "?x=1", "../spots?f=", "items?Kind=hall",
    ])
  func badRequests(path: String) throws {
    let base = "/ogc/collections/spots"
    let target =
      path.hasPrefix("../")
      ? base + path.dropFirst(8) : path.hasPrefix("?") ? base + path : "\(base)/\(path)"
    let response = try client(.sqlite).get(target, headers: ["Accept": "application/json"])
    #expect(response.status == 400)
    #expect(response.headers["Content-Type"]?.hasPrefix("application/problem+json") == true)
  }

  @Test(
    "A refusal is a document for programs, and a page for browsers alone",
    arguments: [
      ("", "*/*", "application/problem+json"), ("", nil, "application/problem+json"),
      ("", "application/geo+json", "application/problem+json"),
      ("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
      ("&f=json", "text/html,*/*;q=0.8", "application/problem+json"),
      ("&f=html", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
    ] as [(String, String?, String)],
    ["/ogc/collections/spots/items?x=1", "/ogc/collections/x?x=1"])
  func refusals(example: (form: String, accept: String?, type: String), path: String) throws {
    let headers = example.accept.map { ["Accept": $0] } ?? [:]
    let response = try client(.sqlite).get(path + example.form, headers: headers)
    #expect(response.status == 400)
    #expect(response.headers["Content-Type"] == example.type)
  }

  @Test("Following next gives every feature once", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let client = try client(engine)
    var next: String? = "/ogc/collections/spots/items?limit=1&kind=hall"
    var ids: [String] = []
    while let path = next {
      let page = try document(client, path)
      #expect(page.numberMatched == 3 && page.numberReturned == 1)
      ids += page.features?.map(\.id) ?? []
      let href = page.links?.first { $0.rel == "next" }?.href
      next = href.flatMap { href in
        href.firstRange(of: "/ogc/").map { String(href[$0.lowerBound...]) }
      }
    }
    #expect(ids == ["a", "c", "d"])
  }

  @Test("A feature comes by itself, with its links", arguments: Engine.allCases)
  func feature(engine: Engine) throws {
    let client = try client(engine)
    let response = try client.get("/ogc/collections/spots/items/b")
    #expect(response.headers["Content-Type"] == "application/geo+json")
    #expect(
      response.text.hasPrefix(
        #"{"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":"#
          + #"[139.745433,35.658581]},"properties":{"kind":"tower","since":"2026-04-01"},"links":["#
      ))
    #expect(try client.get("/ogc/collections/spots/items/x").status == 404)
    #expect(try client.get("/ogc/collections/x/items/b").status == 404)
  }

  @Test(
    "Every resource is a page too, for whoever would rather have one",
    arguments: [
      "", "/conformance", "/api", "/collections", "/collections/spots",
      "/collections/spots/items", "/collections/spots/items/b", "/collections/spots/items/c",
    ])
  func pagesForPeople(path: String) throws {
    let client = try client(.sqlite)
    let page = try client.get("/ogc\(path)?f=html")
    #expect(page.status == 200)
    #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
    guard path != "/api" else { return }
    let chosen = try client.get("/ogc\(path)", headers: ["Accept": "text/html,*/*;q=0.8"])
    #expect(chosen.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(chosen.headers["Vary"]?.contains("Accept") == true)
    let data = try client.get("/ogc\(path)", headers: ["Accept": "*/*"])
    #expect(data.headers["Content-Type"]?.contains("json") == true)
  }

  @Test("A table on the map comes as GeoJSON too, and the catalogue says so")
  func geoJSON() throws {
    let client = try client(.sqlite)
    let file = try client.get("/open-data/spots.geojson")
    #expect(file.headers["Content-Type"] == "application/geo+json")
    let read = try GeoJSONReader(file.body)
    #expect(read.features.map(\.id) == ["a", "b", "c", "d"])
    #expect(file.text.contains(#""bbox":[-179,0,139.745433,35.689634]"#))
    #expect(try client.get("/open-data/notices.geojson").status == 404)
    #expect(try client.get("/open-data/catalog.ttl").text.contains("/open-data/spots.geojson>"))
    #expect(try client.get("/open-data/").text.contains("/open-data/spots.geojson"))
  }
}
