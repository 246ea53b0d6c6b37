import YuiHTML
import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// `/ogc`: OGC API – Features, Part 1: Core (OGC 17-069r4), over every published table that lies on
/// the map.
///
/// Answers are not kept: a parameter that is not declared has to be a 400, and a kept answer would
/// never see it.
struct OGCRoutes: Sendable {
  let collections: [any PublishedFeatures]

  var routes: [Route] {
    let path = OGCDocuments.path
    return [
      route(path) { context, form, _ in try landing(context, form) },
      // Some clients (OWSLib) put a slash behind whatever address they are given.
      route("\(path)/") { context, form, _ in try landing(context, form) },
      route("\(path)/conformance") { context, form, _ in try conformance(context, form) },
      route("\(path)/api") { context, form, _ in try definition(context, form) },
      route("\(path)/collections") { try list($0, $1, $2) },
      route("\(path)/collections/{collection}") { try collection($0, $1, $2) },
      route("\(path)/collections/{collection}/items") { try items($0, $1, $2) },
      route("\(path)/collections/{collection}/items/{feature}") { try feature($0, $1, $2) },
    ]
  }

  private func route(
    _ path: String,
    _ answer: @escaping @Sendable (RequestContext, OGCForm, Snapshot) throws -> Response
  ) -> Route {
    Route.get(path, access: .anyone) { context, snapshot in
      let form = try OGCForm(context.request)
      if !path.hasSuffix("/items") { try OGCParameters.check(context.request.query) }
      return try answer(context, form, snapshot).header("Vary", "Accept, Accept-Language")
    }.openToOtherOrigins().forPrograms(where: OGCForm.isForProgram)
  }

  private func found(_ context: RequestContext) throws -> any PublishedFeatures {
    let name = try context.request.parameter("collection", as: String.self)
    guard let collection = collections.first(where: { $0.name == name }) else {
      throw HTTPProblem.notFound
    }
    return collection
  }

  private func json(_ value: JSONValue) -> Response {
    .bytes(value.bytes, contentType: "application/json")
  }

  // MARK: What there is

  private func landing(_ context: RequestContext, _ form: OGCForm) throws -> Response {
    let documents = OGCDocuments(context: context, form: form)
    guard form == .html else { return json(documents.landing) }
    let pages = OGCPages(context: context)
    let links = documents.landingLinks
    return pages.page(OpenDataPage.title, links) {
      pages.list(links.filter { $0.relation != "self" })
    }
  }

  private func conformance(_ context: RequestContext, _ form: OGCForm) throws -> Response {
    guard form == .html else {
      return json(["conformsTo": .array(OGCDocuments.conformance.map(JSONValue.string))])
    }
    let links = context.linksToItself("\(OGCDocuments.path)/conformance", form: form)
    return OGCPages(context: context).page(
      LocalizedText(ja: "準拠する規格", en: "Conformance classes"), links
    ) {
      ul { for name in OGCDocuments.conformance { li { a(.href(name)) { name } } } }
    }
  }

  private func definition(_ context: RequestContext, _ form: OGCForm) throws -> Response {
    let definition = OGCDefinition(
      documents: OGCDocuments(context: context, form: form), collections: collections)
    // The definition itself is a document for programs, also where a browser asks for it.
    guard context.request.query["f"] == "html" else {
      return .bytes(definition.json.bytes, contentType: OGCForm.openAPI)
    }
    let path = "\(OGCDocuments.path)/api"
    let pages = OGCPages(context: context)
    let links = context.linksToItself(path, form: form, json: OGCForm.openAPI)
    return pages.page(LocalizedText(ja: "APIの説明", en: "Documentation of the API"), links) {
      p {
        context.text(
          ja: "bbox（西,南,東,北）、datetime、limitで絞り込めます。詳しくは定義（OpenAPI 3.0）をご覧ください。",
          en:
            "Ask by bbox (west,south,east,north), datetime and limit. The definition (OpenAPI 3.0) "
            + "tells the rest.")
      }
      pages.list(links.filter { $0.relation == "alternate" })
    }
  }

  private func list(
    _ context: RequestContext, _ form: OGCForm, _ snapshot: Snapshot
  ) throws -> Response {
    let documents = OGCDocuments(context: context, form: form)
    guard form == .html else { return json(try documents.collections(collections, in: snapshot)) }
    let language = context.language
    let links = context.linksToItself("\(OGCDocuments.path)/collections", form: form)
    return OGCPages(context: context).page(LocalizedText(ja: "データ", en: "Collections"), links) {
      if collections.isEmpty {
        p {
          context.text(
            ja: "位置情報のあるデータはまだ公開していません。", en: "No data with places are published yet.")
        }
      }
      ResourceList(
        collections.map { collection in
          ResourceList.Item(
            collection.title, in: language, "\(OGCDocuments.path(collection))?f=html"
          ) { p { HTML(collection.summary, in: language) } }
        })
    }
  }

  private func collection(
    _ context: RequestContext, _ form: OGCForm, _ snapshot: Snapshot
  ) throws -> Response {
    let collection = try found(context)
    let documents = OGCDocuments(context: context, form: form)
    guard form == .html else { return json(try documents.collection(collection, in: snapshot)) }
    let links =
      context.linksToItself(OGCDocuments.path(collection), form: form)
      + documents.itemLinks(of: collection)
    let pages = OGCPages(context: context)
    return pages.page(
      collection.title, links, lead: collection.summary
    ) {
      ButtonRow {
        LinkButton(
          context.text(ja: "地物の一覧", en: "The features"),
          "\(OGCDocuments.path(collection))/items?f=html")
      }
    }
  }

  // MARK: Features

  private func items(
    _ context: RequestContext, _ form: OGCForm, _ snapshot: Snapshot
  ) throws -> Response {
    let collection = try found(context)
    let items = try OGCItems(collection, context, form: form)
    return form == .html
      ? try OGCPages(context: context).items(items, in: snapshot)
      : .bytes(try items.document(in: snapshot), contentType: OGCForm.geoJSON)
  }

  private func feature(
    _ context: RequestContext, _ form: OGCForm, _ snapshot: Snapshot
  ) throws -> Response {
    let collection = try found(context)
    let id = try context.request.parameter("feature", as: String.self)
    guard let feature = try collection.feature(id, in: snapshot) else { throw HTTPProblem.notFound }
    let path = "\(OGCDocuments.path(collection))/items/\(PercentCoding.encode(id))"
    let links =
      context.linksToItself(path, form: form, json: OGCForm.geoJSON) + [
        OGCLink(
          "collection", context.address(OGCDocuments.path(collection)), "application/json",
          collection.title[context.language])
      ]
    guard form == .json else {
      return OGCPages(context: context).feature(feature, of: collection, links)
    }
    let members = Array(#""links":"#.utf8) + JSONValue.array(links.map(\.json)).bytes
    return .bytes(
      GeoJSONWriter.bytes(of: feature, adding: members), contentType: OGCForm.geoJSON)
  }
}
