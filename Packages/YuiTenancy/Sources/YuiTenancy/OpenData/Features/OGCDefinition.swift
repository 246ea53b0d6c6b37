import YuiOpenData
import YuiText
import YuiWeb

/// The definition of the OGC API (OpenAPI 3.0.3), from which clients learn the parameters that each
/// collection has.
struct OGCDefinition {
  let documents: OGCDocuments
  let collections: [any PublishedFeatures]

  var json: JSONValue {
    [
      "openapi": "3.0.3",
      "info": ["title": .string(documents.title), "version": "1.0.0"],
      "servers": [["url": .string(documents.context.address(OGCDocuments.path))]],
      "paths": .object(paths),
      "components": [
        "responses": [
          "Problem": [
            "description": "A refusal (RFC 9457)",
            "content": ["application/problem+json": ["schema": ["type": "object"]]],
          ]
        ]
      ],
    ]
  }

  private var paths: [JSONValue.Property] {
    [
      path("/", "getLandingPage", "Landing page"),
      path("/api", "getApi", "This document", mediaType: OGCForm.openAPI),
      path("/conformance", "getConformance", "Conformance classes"),
      path("/collections", "getCollections", "The collections"),
    ]
      + collections.flatMap { collection in
        let path = "/collections/\(collection.name)"
        let name = collection.name
        return [
          self.path(path, "describe-\(name)", collection.title[.en]),
          self.path(
            "\(path)/items", "features-\(name)", collection.summary[.en],
            Self.ofItems + collection.filters.map(Self.filter), mediaType: OGCForm.geoJSON),
          self.path(
            "\(path)/items/{featureId}", "feature-\(name)", "One feature", [Self.featureID],
            mediaType: OGCForm.geoJSON),
        ]
      }
  }

  private func path(
    _ path: String, _ identifier: String, _ summary: String, _ parameters: [JSONValue] = [],
    mediaType: String = "application/json"
  ) -> JSONValue.Property {
    .init(
      path,
      [
        "get": [
          "operationId": .string(identifier), "summary": .string(summary),
          "parameters": .array(parameters + Self.common),
          "responses": [
            "200": [
              "description": .string(summary),
              "content": .object([
                .init(mediaType, ["schema": ["type": "object"]]),
                .init("text/html", ["schema": ["type": "string"]]),
              ]),
            ],
            "400": ["$ref": "#/components/responses/Problem"],
            "404": ["$ref": "#/components/responses/Problem"],
            "500": ["$ref": "#/components/responses/Problem"],
          ],
        ]
      ])
  }

  private static let common = [
    parameter("f", ["type": "string", "enum": ["json", "html"]], "The form of the answer"),
    parameter("lang", ["type": "string"], "The language of pages and titles"),
  ]

  private static let ofItems = [
    parameter(
      "limit",
      [
        "type": "integer", "minimum": 1, "maximum": .integer(Int64(OGCParameters.mostFeatures)),
        "default": .integer(Int64(OGCParameters.usualFeatures)),
      ], "How many features to return"),
    parameter(
      "bbox",
      [
        "type": "array", "items": ["type": "number"],
        "oneOf": [["minItems": 4, "maxItems": 4], ["minItems": 6, "maxItems": 6]],
      ], "West, south, east, north in degrees (CRS84)"),
    parameter("datetime", ["type": "string"], "A time or an interval (RFC 3339)"),
    parameter("after", ["type": "string"], "The id behind which to go on"),
  ]

  private static func filter(_ column: DatasetColumn) -> JSONValue {
    parameter(column.name, ["type": "string"], "Features with this value: \(column.label[.en])")
  }

  private static let featureID: JSONValue = [
    "name": "featureId", "in": "path", "required": true, "schema": ["type": "string"],
    "description": "The id of the feature",
  ]

  private static func parameter(
    _ name: String, _ schema: JSONValue, _ description: String
  ) -> JSONValue {
    [
      "name": .string(name), "in": "query", "required": false, "style": "form", "explode": false,
      "schema": schema, "description": .string(description),
    ]
  }
}
