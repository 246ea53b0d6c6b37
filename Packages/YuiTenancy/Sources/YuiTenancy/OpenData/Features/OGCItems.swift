import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The features of a collection that a request asks for, one page of them.
struct OGCItems {
  let features: [Feature]
  let matched: Int
  let links: [OGCLink]

  init(
    _ collection: any PublishedFeatures, _ context: RequestContext, form: OGCForm,
    in source: some Queryable
  ) throws {
    let parameters = try OGCParameters(context.request.query, filters: collection.filters)
    let found = try collection.features(
      parameters.query, after: parameters.after, limit: parameters.limit + 1, in: source)
    features = Array(found.prefix(parameters.limit))
    matched = try collection.count(of: parameters.query, in: source)
    let path = "\(OGCDocuments.path(collection))/items"
    let asked = context.request.query.items.filter { $0.name != "f" }.map { ($0.name, $0.value) }
    var links = context.linksToItself(path, asked, form: form, json: OGCForm.geoJSON)
    links.append(
      OGCLink(
        "collection", context.address(OGCDocuments.path(collection)), "application/json",
        collection.title[context.language]))
    if found.count > features.count, let last = features.last?.id {
      let next = asked.filter { $0.0 != "after" } + [("after", last), ("f", form.rawValue)]
      links.append(
        OGCLink(
          "next", context.address(path, next), form.mediaType(json: OGCForm.geoJSON),
          context.text(ja: "続き", en: "More")))
    }
    self.links = links
  }

  /// The page as GeoJSON (OGC 17-069r4, 8.2).
  func document(at now: Timestamp) -> [UInt8] {
    var bytes = Array(#"{"type":"FeatureCollection","timeStamp":"\#(now.rfc3339)","#.utf8)
    bytes += #""numberMatched":\#(matched),"numberReturned":\#(features.count),"links":"#.utf8
    bytes += JSONValue.array(links.map(\.json)).bytes
    bytes += #","features":["#.utf8
    for (index, feature) in features.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += GeoJSONWriter.bytes(of: feature)
    }
    bytes += "]}".utf8
    return bytes
  }
}
