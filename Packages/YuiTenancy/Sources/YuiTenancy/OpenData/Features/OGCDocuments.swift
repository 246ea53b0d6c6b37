import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The documents of the OGC API that tell what there is (OGC 17-069r4, 7.2–7.14).
struct OGCDocuments {
  static let path = "/ogc"
  static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
  static let conformance = ["core", "geojson", "oas30", "html"].map {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
  }

  let context: RequestContext
  let form: OGCForm

  static func path(_ collection: any PublishedFeatures) -> String {
    "\(path)/collections/\(collection.name)"
  }

  var title: String {
    "\(context.site.name[context.language]): \(OpenDataPage.title[context.language])"
  }

  // MARK: The landing page

  var landingLinks: [OGCLink] {
    let json = "application/json"
    return context.linksToItself(Self.path, form: form) + [
      OGCLink(
        "service-desc", context.address("\(Self.path)/api"), OGCForm.openAPI,
        context.text(ja: "APIの定義（OpenAPI 3.0）", en: "Definition of the API (OpenAPI 3.0)")),
      OGCLink(
        "service-doc", context.address("\(Self.path)/api", [("f", "html")]), "text/html",
        context.text(ja: "APIの説明", en: "Documentation of the API")),
      OGCLink(
        "conformance", context.address("\(Self.path)/conformance"), json,
        context.text(ja: "準拠する規格", en: "Conformance classes")),
      OGCLink(
        "data", context.address("\(Self.path)/collections"), json,
        context.text(ja: "データ", en: "Collections")),
    ]
  }

  var landing: JSONValue {
    [
      "title": .string(title),
      "description": .string(
        context.text(
          ja: "OGC API – Featuresによる地理空間データ。", en: "Geographic data through OGC API – Features.")),
      "links": .array(landingLinks.map(\.json)),
    ]
  }

  // MARK: Collections

  func collections(
    _ all: [any PublishedFeatures], in source: some Queryable
  ) throws -> JSONValue {
    let links = context.linksToItself("\(Self.path)/collections", form: form)
    return [
      "links": .array(links.map(\.json)),
      "collections": .array(
        try all.map { collection in
          .object(try members(of: collection, links: briefLinks(to: collection), in: source))
        }),
    ]
  }

  func collection(
    _ collection: any PublishedFeatures, in source: some Queryable
  ) throws -> JSONValue {
    let links =
      context.linksToItself(Self.path(collection), form: form) + itemLinks(of: collection)
    return .object(try members(of: collection, links: links, in: source))
  }

  func itemLinks(of collection: any PublishedFeatures) -> [OGCLink] {
    OGCForm.allCases.map { form in
      OGCLink(
        "items", context.address("\(Self.path(collection))/items", [("f", form.rawValue)]),
        form.mediaType(json: OGCForm.geoJSON), collection.title[context.language])
    }
  }

  private func briefLinks(to collection: any PublishedFeatures) -> [OGCLink] {
    [
      OGCLink(
        "self", context.address(Self.path(collection)), "application/json",
        collection.title[context.language])
    ] + itemLinks(of: collection)
  }

  private func members(
    of collection: any PublishedFeatures, links: [OGCLink], in source: some Queryable
  ) throws -> [JSONValue.Property] {
    var members: [JSONValue.Property] = [
      .init("id", .string(collection.name)),
      .init("title", .string(collection.title[context.language])),
      .init("description", .string(collection.summary[context.language])),
      .init("itemType", "feature"), .init("crs", [.string(Self.crs84)]),
      .init("links", .array(links.map(\.json))),
    ]
    if let extent = try collection.extent(in: source) {
      members.append(.init("extent", json(of: extent)))
    }
    return members
  }

  private func json(of extent: FeatureExtent) -> JSONValue {
    let box = extent.box
    var members: [JSONValue.Property] = [
      .init(
        "spatial",
        [
          "bbox": [[.number(box.west), .number(box.south), .number(box.east), .number(box.north)]],
          "crs": .string(Self.crs84),
        ])
    ]
    if let days = extent.days {
      members.append(
        .init(
          "temporal",
          [
            "interval": [
              [
                .string(days.lowerBound.start.rfc3339),
                .string(days.upperBound.adding(days: 1).start.rfc3339),
              ]
            ]
          ]))
    }
    return .object(members)
  }
}
