import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The features of a collection that a request asks for, one page of them.
struct OGCItems {
  let collection: any PublishedFeatures
  let context: RequestContext
  let form: OGCForm
  private let parameters: OGCParameters

  init(
    _ collection: any PublishedFeatures, _ context: RequestContext, form: OGCForm
  ) throws {
    (self.collection, self.context, self.form) = (collection, context, form)
    parameters = try OGCParameters(context.request.query, filters: collection.filters)
  }

  /// The page as GeoJSON (OGC 17-069r4, 8.2).
  func document(in source: some Queryable) throws -> [UInt8] {
    let page = try collection.page(
      parameters.query, after: parameters.after, limit: parameters.limit, in: source)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(page.json.count + 2_048)
    bytes += #"{"type":"FeatureCollection","timeStamp":"\#(context.now.rfc3339)","#.utf8
    bytes += #""numberMatched":\#(page.matched),"numberReturned":\#(page.count),"links":"#.utf8
    bytes += JSONValue.array(links(behind: page.hasMore ? page.lastID : nil).map(\.json)).bytes
    bytes += #","features":["#.utf8
    bytes += page.json
    bytes += "]}".utf8
    return bytes
  }

  /// The page for people, who look at a few features and go on.
  func shown(
    in source: some Queryable
  ) throws -> (features: [Feature], matched: Int, links: [OGCLink]) {
    let found = try collection.features(
      parameters.query, after: parameters.after, limit: parameters.limit + 1, in: source)
    let features = Array(found.prefix(parameters.limit))
    let last = found.count > features.count ? features.last?.id : nil
    return (features, try collection.count(of: parameters.query, in: source), links(behind: last))
  }

  /// - Parameter last: the id behind which there are more features.
  private func links(behind last: String?) -> [OGCLink] {
    let path = "\(OGCDocuments.path(collection))/items"
    let asked = context.request.query.items.filter { $0.name != "f" }.map { ($0.name, $0.value) }
    var links = context.linksToItself(path, asked, form: form, json: OGCForm.geoJSON)
    links.append(
      OGCLink(
        "collection", context.address(OGCDocuments.path(collection)), "application/json",
        collection.title[context.language]))
    if let last {
      let next = asked.filter { $0.0 != "after" } + [("after", last), ("f", form.rawValue)]
      links.append(
        OGCLink(
          "next", context.address(path, next), form.mediaType(json: OGCForm.geoJSON),
          context.text(ja: "続き", en: "More")))
    }
    return links
  }
}
