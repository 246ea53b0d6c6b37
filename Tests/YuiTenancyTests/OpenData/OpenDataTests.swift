import FoundationEssentials
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiWeb
import YuiWebTesting

@Suite("Open data of a tenant")
struct OpenDataTests {
  func client(
    _ engine: Engine, _ notices: KeyValuePairs<String, String> = ["a": "=朝", "b": "昼", "c": "夜"]
  ) throws -> TestClient {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(notices)
    return try tenant.serve().client()
  }

  @Test("A published table comes in every form, page by page", arguments: Engine.allCases)
  func files(engine: Engine) throws {
    let client = try client(engine)
    let csv = try client.get("/open-data/notices.csv")
    #expect(csv.text == "\u{FEFF}slug,body\r\na,'=朝\r\nb,昼\r\nc,夜\r\n")
    #expect(csv.headers["Content-Disposition"]?.contains("notices.csv") == true)
    #expect(
      try client.get("/open-data/notices.json").text
        == "[\n{\"slug\":\"a\",\"body\":\"=朝\"},\n{\"slug\":\"b\",\"body\":\"昼\"},\n"
        + "{\"slug\":\"c\",\"body\":\"夜\"}\n]\n")
    var reader = try XLSXReader(TableFile(try client.get("/open-data/notices.xlsx").body))
    var rows: [[String]] = []
    while let record = try reader.next() { rows.append((0..<record.count).map { record[$0] }) }
    #expect(rows == [["slug", "body"], ["a", "=朝"], ["b", "昼"], ["c", "夜"]])
    #expect(try client.get("/open-data/other.csv").status == 404)
  }

  @Test("An empty table is an empty file", arguments: Engine.allCases)
  func empty(engine: Engine) throws {
    let client = try client(engine, [:])
    #expect(try client.get("/open-data/notices.json").text == "[]\n")
    #expect(try client.get("/open-data/notices.csv").text == "\u{FEFF}slug,body\r\n")
  }

  @Test("The page leads to every file and to the catalogue", arguments: Engine.allCases)
  func page(engine: Engine) throws {
    let page = try client(engine).get("/open-data/").text
    for path in ["notices.csv", "notices.json", "notices.xlsx", "catalog.jsonld", "catalog.ttl"] {
      #expect(page.contains("/open-data/\(path)\""))
    }
  }

  @Test("The catalogue names tables and files by their whole addresses", arguments: Engine.allCases)
  func catalogue(engine: Engine) throws {
    let client = try client(engine)
    let json = try client.get("/open-data/catalog.jsonld")
    #expect(json.headers["Content-Type"] == "application/ld+json")
    let turtle = try client.get("/open-data/catalog.ttl")
    #expect(turtle.headers["Content-Type"] == "text/turtle; charset=utf-8")
    for text in [json.text, turtle.text] {
      #expect(text.contains("/open-data/notices.xlsx"))
      #expect(text.contains("http://") && text.contains("dcat:Dataset"))
      #expect(text.contains("The \\\"notices\\\" on the board."))
    }
  }

  struct Answer: Decodable {
    struct Package: Decodable {
      struct Resource: Decodable { let url: String }
      let name: String
      let resources: [Resource]
    }
    struct Search: Decodable {
      let count: Int
      let results: [Package]
    }
    struct Failure: Decodable { let __type: String }
    let success: Bool
    let error: Failure?
  }

  struct Result<Value: Decodable>: Decodable { let result: Value }

  func result<Value: Decodable>(_ response: TestResponse, as type: Value.Type) throws -> Value {
    #expect(response.status == 200)
    return try JSONDecoder().decode(Result<Value>.self, from: Data(response.body)).result
  }

  @Test("The CKAN API answers by GET and POST, with and without its version")
  func ckan() throws {
    let client = try client(.sqlite)
    for prefix in ["/api/action", "/api/3/action"] {
      #expect(try result(client.get("\(prefix)/package_list"), as: [String].self) == ["notices"])
      let posted = try client.post("\(prefix)/package_show", json: #"{"id":"notices"}"#)
      let package = try result(posted, as: Answer.Package.self)
      #expect(package.resources.map(\.url).allSatisfy { $0.hasPrefix("http://") })
      #expect(package.resources.count == 3)
    }
    #expect(
      try result(client.post("/api/action/package_list", json: "{}"), as: [String].self).count == 1)
    let found = try result(
      client.get("/api/3/action/package_search?q=ｎｏｔｉｃｅｓ&rows=1"), as: Answer.Search.self)
    #expect(found.count == 1 && found.results.map(\.name) == ["notices"])
    let none = try result(client.get("/api/3/action/package_search?q=水"), as: Answer.Search.self)
    #expect(none.count == 0)
    let counted = try result(
      client.post("/api/3/action/package_search", json: #"{"rows":"0"}"#), as: Answer.Search.self)
    #expect(counted.count == 1 && counted.results.isEmpty)
    let key = try result(client.get("/api/3/action/organization_list"), as: [String].self)
    #expect(key == ["t131041"])
    #expect(try client.get("/api/3/action/site_read").text.contains(#""result":true"#))
    #expect(try client.get("/api/3/action/status_show").text.contains("ckan_version"))
  }

  @Test(
    "What the CKAN API does not know is refused as CKAN refuses it",
    arguments: [
      ("package_show?id=x", 404, "Not Found Error"), ("package_show", 409, "Validation Error"),
      ("package_search?rows=x", 409, "Validation Error"),
      ("package_list?limit=-1", 409, "Validation Error"),
      ("organization_show?id=t999999", 404, "Not Found Error"),
    ])
  func ckanRefusals(call: String, status: Int, type: String) throws {
    let response = try client(.sqlite).get("/api/3/action/\(call)")
    #expect(response.status == status)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(response.body))
    #expect(!answer.success)
    #expect(answer.error?.__type == type)
  }

  @Test("An unknown action and content that is no object are bad requests")
  func ckanBadRequests() throws {
    let client = try client(.sqlite)
    let unknown = try client.get("/api/3/action/package_create")
    #expect(unknown.status == 400)
    #expect(unknown.text == #""Bad request - Action name not known: package_create""#)
    #expect(try client.post("/api/3/action/package_show", json: "[1]").status == 400)
    #expect(try client.post("/api/3/action/package_search", json: #"{"rows":"x"}"#).status == 409)
  }
}
