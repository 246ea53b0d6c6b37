import YuiText
import YuiWeb

/// `/api/3/action/…` and `/api/action/…`: the catalogue as the CKAN action API, which other
/// catalogues harvest and `ckanapi` dumps.
struct CKANRoutes: Sendable {
  let tables: [any PublishedTable]

  var routes: [Route] {
    ["/api/3/action/{action}", "/api/action/{action}"].flatMap { path in
      [
        Route.get(path, access: .anyone) { context, _ in
          answer(context) { try CKANQuery(context.request.query) }
        }.documented(Self.operation).openToOtherOrigins(),
        // Clients send parameters as JSON; nothing changes.
        Route.post(
          path, access: .anyone,
          slow: { context in
            answer(context) {
              context.request.body.isEmpty
                ? try CKANQuery(context.request.query)
                : try context.request.json(as: CKANQuery.self)
            }
          }
        ).documented(Self.operation).openToOtherOrigins(),
      ]
    }
  }

  private static let operation = Operation(
    "Answers as the CKAN action API does",
    description: "Actions: \(CKANActions.names.joined(separator: ", ")). Parameters are taken from "
      + "the address, or from a JSON object.",
    tag: "open-data",
    parameters: [
      .init("action", .string(oneOf: CKANActions.names), "The action"),
      .init("id", .string(), "Of `package_show` and `organization_show`: what to show"),
      .init("q", .string(), "Of `package_search`: words to look for"),
      .init("rows", .integer(minimum: 0), "Of `package_search`: how many to return"),
      .init("start", .integer(minimum: 0), "Of `package_search`: how many to pass over"),
      .init("limit", .integer(minimum: 0), "Of lists: how many to return"),
      .init("offset", .integer(minimum: 0), "Of lists: how many to pass over"),
    ],
    response: .json(.object(["help": .string(), "success": .boolean()], required: ["success"])),
    problems: [404, 409])

  private func answer(
    _ context: RequestContext, _ query: () throws -> CKANQuery
  ) -> Response {
    do {
      let action = try context.request.parameter("action", as: String.self)
      guard CKANActions.names.contains(action) else { throw CKANFailure.noAction(action) }
      let catalogue = Catalogue(tables, context)
      let result = try CKANActions(catalogue: catalogue, key: context.site.key)
        .result(of: action, try query())
      let help = "\(context.siteAddress)/api/3/action/help_show?name=\(action)"
      return respond(["help": .string(help), "success": true, "result": result], 200)
    } catch let failure as CKANFailure {
      // An unknown action is told without the envelope, as CKAN does.
      if case .noAction = failure { return respond(failure.json, failure.status) }
      return respond(["success": false, "error": failure.json], failure.status)
    } catch {
      return respond(
        [
          "success": false,
          "error": ["__type": "Bad Request", "message": "The content is no JSON object."],
        ], 400)
    }
  }

  private func respond(_ json: JSONValue, _ status: Int) -> Response {
    .bytes(json.bytes, contentType: "application/json; charset=utf-8", status: status)
  }
}
