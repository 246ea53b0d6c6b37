/// What OpenAPI says of a route.
public struct Operation: Sendable {
  /// A query parameter, or more about a parameter of the path.
  public struct Parameter: Sendable {
    let name: String
    let schema: JSONSchema
    let description: String
    let isRequired: Bool

    /// Describes a parameter; one of the path is required anyway.
    public init(
      _ name: String, _ schema: JSONSchema, _ description: String, isRequired: Bool = false
    ) {
      self.name = name
      self.schema = schema
      self.description = description
      self.isRequired = isRequired
    }
  }

  /// Content and its media type.
  public struct Content: Sendable {
    let mediaType: String
    let schema: JSONSchema

    /// Describes content.
    public init(_ mediaType: String, _ schema: JSONSchema) {
      self.mediaType = mediaType
      self.schema = schema
    }

    /// JSON content.
    public static func json(_ schema: JSONSchema) -> Content {
      Content("application/json", schema)
    }
  }

  let summary: String
  let description: String?
  let tag: String
  let parameters: [Parameter]
  let request: Content?
  let status: Int
  let response: Content?
  let problems: [Int]

  /// Describes an operation.
  ///
  /// - Parameters:
  ///   - summary: One line.
  ///   - description: More, where one line isn't enough.
  ///   - tag: The group it is listed in, usually the module.
  ///   - parameters: Its parameters; those of the path are listed anyway, as text.
  ///   - request: The content it takes.
  ///   - status: The status of success.
  ///   - response: The content of success.
  ///   - problems: The statuses of refusals beside those that follow from the route itself.
  public init(
    _ summary: String, description: String? = nil, tag: String, parameters: [Parameter] = [],
    request: Content? = nil, status: Int = 200, response: Content? = nil, problems: [Int] = []
  ) {
    self.summary = summary
    self.description = description
    self.tag = tag
    self.parameters = parameters
    self.request = request
    self.status = status
    self.response = response
    self.problems = problems
  }
}
