import FoundationEssentials
import Testing
import YuiWeb

@Suite("OpenAPI")
struct OpenAPITests {
  @Test("Documented routes are described, others aren't")
  func document() throws {
    struct Document: Decodable {
      struct Operation: Decodable {
        struct Parameter: Decodable {
          let name: String
          let `in`: String
          let required: Bool
        }
        struct Anything: Decodable {}
        let operationId: String
        let parameters: [Parameter]?
        let responses: [String: Anything]
        let security: [[String: [String]]]
      }
      let openapi: String
      let paths: [String: [String: Operation]]
    }
    let routes: [Route] = [
      .get("/reviews", access: .anyone) { _, _ in .text("") },
      .get("/api/reviews/services/{slug}", access: .anyone) { _, _ in .text("") }
        .documented(
          Operation(
            "A service", tag: "reviews",
            parameters: [.init("limit", .integer(minimum: 1, maximum: 100), "How many")],
            response: .json(.object(["slug": .string()], required: ["slug"])))),
      .post("/api/reviews/services", access: .permission("reviews:write")) { _ in
        { _ in .noContent }
      }
      .documented(
        Operation(
          "Create a service", tag: "reviews", request: .json(.object(["slug": .string()])),
          status: 201, response: .json(.object(["slug": .string()])))),
    ]
    let bytes = OpenAPI.document(
      title: "Yui", version: "1", server: "https://example.jp", routes: routes)
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    #expect(document.openapi == "3.1.0")
    #expect(
      document.paths.keys.sorted() == ["/api/reviews/services", "/api/reviews/services/{slug}"])
    let get = try #require(document.paths["/api/reviews/services/{slug}"]?["get"])
    #expect(get.operationId == "get-api-reviews-services-slug")
    #expect(get.parameters?.map(\.name) == ["slug", "limit"])
    #expect(get.parameters?.map(\.required) == [true, false])
    #expect(get.security.isEmpty)
    #expect(Set(get.responses.keys) == ["200", "400", "404", "default"])
    let post = try #require(document.paths["/api/reviews/services"]?["post"])
    #expect(post.security == [["bearer": ["reviews:write"]]])
    #expect(post.responses.keys.contains("201") && post.responses.keys.contains("403"))
    #expect(post.parameters?.map(\.name) == ["Idempotency-Key"])
  }
}
