/// What a JSON document may be (JSON Schema 2020-12, as OpenAPI 3.1 uses it).
public struct JSONSchema: Sendable, Hashable {
  let json: JSONValue

  private init(_ properties: [JSONValue.Property]) {
    json = .object(properties)
  }

  private init(type: String, _ rest: [(String, JSONValue?)] = []) {
    self.init(
      [.init("type", .string(type))]
        + rest.compactMap { name, value in value.map { .init(name, $0) } })
  }

  /// A text.
  public static func string(
    format: String? = nil, minLength: Int? = nil, maxLength: Int? = nil, pattern: String? = nil,
    oneOf values: [String]? = nil, description: String? = nil
  ) -> JSONSchema {
    JSONSchema(
      type: "string",
      [
        ("description", description.map(JSONValue.string)),
        ("format", format.map(JSONValue.string)),
        ("minLength", minLength.map { .integer(Int64($0)) }),
        ("maxLength", maxLength.map { .integer(Int64($0)) }),
        ("pattern", pattern.map(JSONValue.string)),
        ("enum", values.map { .array($0.map(JSONValue.string)) }),
      ])
  }

  /// A whole number.
  public static func integer(
    minimum: Int? = nil, maximum: Int? = nil, description: String? = nil
  ) -> JSONSchema {
    JSONSchema(
      type: "integer",
      [
        ("description", description.map(JSONValue.string)),
        ("minimum", minimum.map { .integer(Int64($0)) }),
        ("maximum", maximum.map { .integer(Int64($0)) }),
      ])
  }

  /// A number.
  public static func number(
    minimum: Double? = nil, maximum: Double? = nil, description: String? = nil
  ) -> JSONSchema {
    JSONSchema(
      type: "number",
      [
        ("description", description.map(JSONValue.string)),
        ("minimum", minimum.map(JSONValue.number)),
        ("maximum", maximum.map(JSONValue.number)),
      ])
  }

  /// `true` or `false`.
  public static func boolean(description: String? = nil) -> JSONSchema {
    JSONSchema(type: "boolean", [("description", description.map(JSONValue.string))])
  }

  /// A list.
  public static func array(
    _ items: JSONSchema, minItems: Int? = nil, maxItems: Int? = nil, description: String? = nil
  ) -> JSONSchema {
    JSONSchema(
      type: "array",
      [
        ("description", description.map(JSONValue.string)),
        ("items", items.json),
        ("minItems", minItems.map { .integer(Int64($0)) }),
        ("maxItems", maxItems.map { .integer(Int64($0)) }),
      ])
  }

  /// An object with named properties, of which some must be there.
  public static func object(
    _ properties: KeyValuePairs<String, JSONSchema>, required: [String] = [],
    description: String? = nil
  ) -> JSONSchema {
    object(properties.map { ($0.key, $0.value) }, required: required, description: description)
  }

  /// An object whose properties follow from a table.
  public static func object(
    _ properties: [(name: String, schema: JSONSchema)], required: [String] = [],
    description: String? = nil
  ) -> JSONSchema {
    JSONSchema(
      type: "object",
      [
        ("description", description.map(JSONValue.string)),
        ("properties", .object(properties.map { .init($0.name, $0.schema.json) })),
        ("required", required.isEmpty ? nil : .array(required.map(JSONValue.string))),
      ])
  }

  /// An object with any names, and values of one kind.
  public static func dictionary(_ values: JSONSchema) -> JSONSchema {
    JSONSchema(type: "object", [("additionalProperties", values.json)])
  }

  /// A page of a list as every API list gives it: `{"items": […], "next": …}`.
  public static func page(of items: JSONSchema) -> JSONSchema {
    .object(
      [
        "items": .array(items),
        "next": .string(description: "The value of `after` for the next page").orNull,
      ],
      required: ["items", "next"])
  }

  /// The same, or `null`.
  public var orNull: JSONSchema {
    guard case .object(let properties) = json else { return self }
    return JSONSchema(
      properties.map { property in
        switch (property.name, property.value) {
        case ("type", .string(let type)): .init("type", [.string(type), "null"])
        case ("enum", .array(let values)): .init("enum", .array(values + [.null]))
        default: property
        }
      })
  }

  /// The schema with an example.
  public func example(_ value: JSONValue) -> JSONSchema {
    guard case .object(let properties) = json else { return self }
    return JSONSchema(properties + [.init("examples", .array([value]))])
  }
}
