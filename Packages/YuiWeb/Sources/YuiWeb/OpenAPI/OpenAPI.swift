/// Describes routes as an OpenAPI 3.1 document.
public enum OpenAPI {
  /// Returns the document for the documented ones of `routes`.
  ///
  /// `server` is the address they stand under. Scopes are the permissions that the routes ask for.
  public static func document(
    title: String, version: String, server: String, routes: [Route]
  )
    -> [UInt8]
  {
    let documented = routes.filter { $0.operation != nil }
    var paths: [JSONValue.Property] = []
    for path in documented.map(\.path).uniqued() {
      let operations = documented.filter { $0.path == path }.compactMap { route in
        route.operation.map {
          JSONValue.Property(route.method.rawValue.lowercased(), operation($0, of: route))
        }
      }
      paths.append(.init(path, .object(operations)))
    }
    let document: JSONValue = [
      "openapi": "3.1.0",
      "info": ["title": .string(title), "version": .string(version)],
      "servers": [["url": .string(server)]],
      "paths": .object(paths),
      "components": components,
    ]
    return document.bytes
  }

  private static func operation(_ operation: Operation, of route: Route) -> JSONValue {
    var properties: [JSONValue.Property] = [
      .init("operationId", .string(identifier(of: route))),
      .init("summary", .string(operation.summary)),
      .init("tags", [.string(operation.tag)]),
    ]
    let scopes = scopeText(route.access)
    let description = [operation.description, scopes].compactMap { $0 }.joined(separator: "\n\n")
    if !description.isEmpty { properties.append(.init("description", .string(description))) }
    let parameters = parameters(operation, of: route)
    if !parameters.isEmpty { properties.append(.init("parameters", .array(parameters))) }
    if let request = operation.request {
      properties.append(
        .init("requestBody", ["required": true, "content": content(request)]))
    }
    properties.append(.init("responses", responses(operation, of: route)))
    properties.append(.init("security", security(route.access)))
    return .object(properties)
  }

  private static func identifier(of route: Route) -> String {
    let words = route.path.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return ([route.method.rawValue.lowercased()] + words).joined(separator: "-")
  }

  private static func parameters(_ operation: Operation, of route: Route) -> [JSONValue] {
    let inPath = route.pattern.parameterNames
    let known = Dictionary(
      operation.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let ofPath = inPath.map { name in
      parameter(known[name] ?? .init(name, .string(), name), place: "path")
    }
    let ofQuery = operation.parameters.filter { !inPath.contains($0.name) }
      .map { parameter($0, place: "query") }
    return ofPath + ofQuery + (takesIdempotencyKey(route) ? [idempotencyKey] : [])
  }

  private static func parameter(_ parameter: Operation.Parameter, place: String) -> JSONValue {
    [
      "name": .string(parameter.name), "in": .string(place),
      "required": .bool(place == "path" || parameter.isRequired),
      "description": .string(parameter.description), "schema": parameter.schema.json,
    ]
  }

  private static func takesIdempotencyKey(_ route: Route) -> Bool {
    if case .write = route.handler { route.method == .post } else { false }
  }

  private static let idempotencyKey: JSONValue = [
    "name": "Idempotency-Key", "in": "header", "required": false,
    "description": "A text of your own; a repetition within a day gets the first answer again.",
    "schema": JSONSchema.string(minLength: 1, maxLength: 255).json,
  ]

  private static func responses(_ operation: Operation, of route: Route) -> JSONValue {
    var success: [JSONValue.Property] = [.init("description", .string(operation.summary))]
    if let response = operation.response { success.append(.init("content", content(response))) }
    var refusals = Set(operation.problems)
    if !route.pattern.parameterNames.isEmpty { refusals.insert(404) }
    if operation.request != nil { refusals.formUnion([400, 413, 415, 422]) }
    if !operation.parameters.isEmpty { refusals.insert(400) }
    if route.access != .anyone { refusals.insert(401) }
    if case .permission = route.access { refusals.insert(403) }
    if takesIdempotencyKey(route) { refusals.formUnion([400, 422]) }
    return .object(
      [.init(String(operation.status), .object(success))]
        + refusals.sorted().map {
          .init(String($0), ["$ref": "#/components/responses/Problem"])
        }
        + [.init("default", ["$ref": "#/components/responses/Problem"])])
  }

  private static func content(_ content: Operation.Content) -> JSONValue {
    .object([.init(content.mediaType, ["schema": content.schema.json])])
  }

  /// Without a scheme listed an operation is open; an empty one beside it makes the token optional.
  private static func security(_ access: Access) -> JSONValue {
    switch access {
    case .anyone: []
    case .anyoneSeesMore(let permission): [["bearer": [.string(permission.rawValue)]], [:]]
    case .signedIn: [["bearer": []]]
    case .permission(let permission): [["bearer": [.string(permission.rawValue)]]]
    }
  }

  private static func scopeText(_ access: Access) -> String? {
    switch access {
    case .anyone, .signedIn: nil
    case .anyoneSeesMore(let permission):
      "A token with the scope `\(permission.rawValue)` sees more."
    case .permission(let permission): "Needs a token with the scope `\(permission.rawValue)`."
    }
  }

  private static let components: JSONValue = [
    "securitySchemes": [
      "bearer": [
        "type": "http", "scheme": "bearer",
        "description": "A token of the tenant; its scopes are `{module}:{permission}`.",
      ]
    ],
    "responses": [
      "Problem": [
        "description": "A refusal (RFC 9457)",
        "content": [
          "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
        ],
      ]
    ],
    "schemas": ["Problem": problem.json],
  ]

  private static let problem = JSONSchema.object(
    [
      "type": .string(format: "uri-reference"), "title": .string(), "status": .integer(),
      "detail": .string(), "requestId": .string(),
      "errors": .array(
        .object(["field": .string(), "message": .string()], required: ["field", "message"])),
    ], required: ["type", "title", "status"])
}

extension [String] {
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
