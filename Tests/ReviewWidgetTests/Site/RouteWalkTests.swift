import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// Proves of every route from outside that only who may call it can.
@Suite(.serialized) struct RouteWalkTests {
  @Test("A tenant's site has these routes, each with this one access")
  func inventory() throws {
    let deployment = try TestDeployment(.sqlite)
    let routes = try deployment.site("131041").routes
    #expect(routes.map { "\($0.access.name): \($0.name)" }.sorted() == AccessTable.lines)
    withExtendedLifetime(deployment) {}
  }

  @Test("Of the staff pages only those to sign in and to set a password are open")
  func openStaffPages() throws {
    let deployment = try TestDeployment(.sqlite)
    let open = try deployment.site("131041").routes
      .filter { $0.path.hasPrefix("/staff") && $0.isForAnyone }.map(\.name)
    #expect(
      Set(open) == [
        "GET /staff/login", "POST /staff/login", "GET /staff/password/{link}",
        "POST /staff/password/{link}",
      ])
    withExtendedLifetime(deployment) {}
  }

  // CKAN's clients ask by POST; nothing changes.
  @Test("Of the rest, what anyone may change is a resident's response, and that a form was shown")
  func openChanges() throws {
    let deployment = try TestDeployment(.sqlite)
    let open = try deployment.site("131041").routes
      .filter { $0.method != .get && $0.isForAnyone && !$0.path.hasPrefix("/staff") }.map(\.name)
    #expect(
      Set(open) == [
        "POST /reviews/{slug}/form", "POST /reviews/{slug}/embed",
        "POST /reviews/{slug}/kiosk",
        "POST /api/reviews/services/{slug}/responses", "POST /api/reviews/services/{slug}/offers",
        "POST /api/3/action/{action}", "POST /api/action/{action}",
      ])
    withExtendedLifetime(deployment) {}
  }

  @Test("Every route of the API is described by OpenAPI")
  func documented() throws {
    let deployment = try TestDeployment(.sqlite)
    let missing = try deployment.site("131041").routes.filter { route in
      route.path.hasPrefix("/api/") && route.path != "/api/openapi.json" && route.operation == nil
    }
    #expect(missing.map(\.name) == [])
    withExtendedLifetime(deployment) {}
  }

  @Test(
    "Whoever may not call a route is turned away, and leaves no trace",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func refusals(engine: Engine, mode: SiteHarness.Mode) throws {
    let walk = try RouteWalk(TestDeployment(engine), mode)
    let nobody = walk.home.client()
    let neighbour = try walk.neighbour()
    let neighbourProgram = walk.home.client(
      token: try walk.elsewhere.addToken(Set(walk.permissions.keys)))
    let unknownProgram = walk.home.client(token: "yui_\(String(repeating: "A", count: 43))")
    let browsers = Dictionary(
      uniqueKeysWithValues: try Role.allCases.map { ($0, try walk.browser($0)) })
    let otherSession = try walk.browser(.administrator).antiForgeryToken
    let before = try walk.traces()

    for route in walk.routes where !route.isForAnyone {
      let name = Comment(rawValue: route.name)
      #expect(try walk.call(route, as: nobody) == .askedWho, name)
      #expect(try walk.call(route, as: neighbour) == .askedWho, name)
      #expect(try walk.call(route, as: neighbourProgram) == .askedWho, name)
      #expect(try walk.call(route, as: unknownProgram) == .askedWho, name)
      let allowed = walk.roles(for: route)
      #expect(!allowed.isEmpty, name)
      for role in Role.allCases where !allowed.contains(role) {
        let browser = try #require(browsers[role])
        #expect(try walk.call(route, as: browser) == .forbidden, name)
      }
      guard let browser = allowed.first.flatMap({ browsers[$0] }) else { continue }
      if route.path.hasPrefix("/api/") {
        // A cookie alone says nothing to the API.
        #expect(try walk.call(route, as: browser, includesToken: false) == .askedWho, name)
      }
      guard route.method != .get else { continue }
      #expect(try walk.call(route, as: browser, includesToken: false) == .forbidden, name)
      #expect(try walk.call(route, as: browser, token: otherSession) == .forbidden, name)
      for site in ["same-site", "cross-site"] {
        let foreign = ["Sec-Fetch-Site": site]
        #expect(try walk.call(route, as: browser, headers: foreign) == .forbidden, name)
      }
      let origin = ["Origin": "http://131016.localhost", "Sec-Fetch-Site": ""]
      #expect(try walk.call(route, as: browser, headers: origin) == .forbidden, name)
    }

    for (permission, _) in walk.permissions {
      let others = Set(walk.permissions.keys).subtracting([permission])
      let program = walk.home.client(token: try walk.home.addToken(others))
      for route in walk.routes where route.access == .permission(permission) {
        let reception = try walk.call(route, as: program)
        #expect(reception == .forbidden, Comment(rawValue: route.name))
      }
    }
    var after = try walk.traces()
    // The tokens that this test made itself.
    after[2] -= walk.permissions.count
    #expect(after == before)
  }

  @Test("Whoever may call a route is let in", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func admissions(engine: Engine, mode: SiteHarness.Mode) throws {
    let walk = try RouteWalk(TestDeployment(engine), mode)
    for route in walk.routes where !route.isForAnyone {
      for role in walk.roles(for: route) {
        // A session for each, because some routes end it.
        let reception = try walk.call(route, as: try walk.browser(role))
        #expect(reception.isLetIn, "\(route.name) as \(role): \(reception)")
        if route.method == .get {
          #expect(reception == .letIn(status: 200), "\(route.name) as \(role): \(reception)")
        }
      }
      if case .permission(let permission) = route.access {
        let program = walk.home.client(token: try walk.home.addToken([permission]))
        let reception = try walk.call(route, as: program, includesToken: false)
        #expect(reception.isLetIn, "\(route.name) with \(permission): \(reception)")
      }
    }
  }

  @Test(
    "Public routes answer without credentials, and whatever credentials there are",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func publicRoutes(engine: Engine, mode: SiteHarness.Mode) throws {
    let walk = try RouteWalk(TestDeployment(engine), mode)
    let guises = [
      walk.home.client(), try walk.neighbour(), walk.home.client(token: "yui_unknown"),
      try walk.browser(.viewer),
    ]
    for route in walk.routes where route.isForAnyone {
      for (index, guise) in guises.enumerated() {
        let reception = try walk.call(route, as: guise, includesToken: false)
        if index == 2, route.looksAtCredentials {
          // A program shall hear that its token is none.
          #expect(reception == .askedWho, "\(route.name)")
        } else {
          #expect(reception.isLetIn, "\(route.name) in guise \(index): \(reception)")
        }
      }
    }
  }
}
