import Testing
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Routing")
struct RoutingTests {
  private static let routes: [Route] = [
    .get("/", access: .anyone) { _, _ in .text("home") },
    .get("/reviews/{slug}", access: .anyone) { context, _ in
      .text("review \(try context.request.parameter("slug", as: Slug.self))")
    },
    .get("/reviews/widget.js", access: .anyone) { _, _ in .text("widget") },
    .get("/reviews/{slug}/form", access: .anyone) { context, _ in
      .text("form \(try context.request.parameter("slug"))")
    },
    .post("/reviews/{slug}/form", access: .anyone) { _ in { _ in .noContent } },
    .get("/pages/{number}", access: .anyone) { context, _ in
      .text("page \(try context.request.parameter("number", as: Int.self) + 1)")
    },
    .get("/open-data/", access: .anyone) { _, _ in .text("catalogue") },
    .get("/open-data/{dataset}.csv", access: .anyone) { context, _ in
      .text("csv \(try context.request.parameter("dataset"))")
    },
    .get("/open-data/{dataset}.json", access: .anyone) { context, _ in
      .text("json \(try context.request.parameter("dataset"))")
    },
    .get("/open-data/{dataset}", access: .anyone) { context, _ in
      .text("dataset \(try context.request.parameter("dataset"))")
    },
  ]

  @Test(
    "A path finds its route and its parameters, the more literal route first",
    arguments: [
      ("/", 200, "home"), ("/reviews/counter-12", 200, "review counter-12"),
      ("/reviews/widget.js", 200, "widget"), ("/reviews/widget.js/form", 200, "form widget.js"),
      ("/reviews/%E5%8C%BA/form", 200, "form 区"), ("/pages/41", 200, "page 42"),
      ("/open-data/", 200, "catalogue"), ("/open-data/staff.csv", 200, "csv staff"),
      ("/open-data/staff.json", 200, "json staff"), ("/open-data/staff", 200, "dataset staff"),
      ("/open-data/.csv", 200, "dataset .csv"),
    ])
  func finds(path: String, status: Int, text: String) throws {
    let fixture = try Fixture()
    let answer = try SiteHarness(store: fixture.store, routes: Self.routes).client().get(path)
    #expect(answer.status == status)
    #expect(answer.text == text)
  }

  @Test(
    "What isn't there is not found",
    arguments: [
      "/nothing", "/reviews", "/reviews/", "/pages/x", "/reviews/Not_A_Slug", "/open-data",
    ]
  )
  func notFound(path: String) throws {
    let fixture = try Fixture()
    let answer = try SiteHarness(store: fixture.store, routes: Self.routes).client().get(path)
    #expect(answer.status == 404)
    #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test("Another method is refused with those that work", arguments: SiteHarness.Mode.allCases)
  func otherMethod(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture()
    let client = try SiteHarness(mode, store: fixture.store, routes: Self.routes).client()
    let refused = try client.send("DELETE", "/reviews/a/form")
    #expect(refused.status == 405)
    #expect(refused.headers["Allow"] == "GET, HEAD, POST, OPTIONS")
    let options = try client.send("OPTIONS", "/reviews/a")
    #expect(options.status == 204)
    #expect(options.headers["Allow"] == "GET, HEAD, OPTIONS")
    if mode == .inProcess { #expect(try client.send("OPTIONS", "*").status == 204) }
  }

  @Test("HEAD is answered like GET, without content", arguments: SiteHarness.Mode.allCases)
  func head(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture()
    let client = try SiteHarness(mode, store: fixture.store, routes: Self.routes).client()
    let answer = try client.send("HEAD", "/reviews/counter-12")
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
    #expect(answer.headers["Content-Type"] == "text/plain; charset=utf-8")
  }

  @Test("An unknown host is not found and names nobody")
  func unknownHost() throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(.socket, store: fixture.store, routes: Self.routes)
    let answer = try harness.client().get("/", headers: ["Host": "elsewhere.example"])
    #expect(answer.status == 404)
    #expect(!answer.text.contains("新宿"))
    #expect(!answer.text.contains("131041"))
  }
}
