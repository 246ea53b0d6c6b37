import YuiText
import YuiWeb

/// A link from a resource of the OGC API to another.
struct OGCLink {
  let relation: String
  let address: String
  let mediaType: String
  let title: String

  init(_ relation: String, _ address: String, _ mediaType: String, _ title: String) {
    (self.relation, self.address, self.mediaType, self.title) =
      (relation, address, mediaType, title)
  }

  var json: JSONValue {
    [
      "href": .string(address), "rel": .string(relation), "type": .string(mediaType),
      "title": .string(title),
    ]
  }
}

extension RequestContext {
  /// The address of a path of this site with parameters, as programs need it.
  func address(_ path: String, _ query: [(String, String)] = []) -> String {
    let text = query.map { "\(PercentCoding.encode($0.0))=\(PercentCoding.encode($0.1))" }
    return siteAddress + path + (text.isEmpty ? "" : "?" + text.joined(separator: "&"))
  }

  /// Links to this resource in the form that is answered, and in the other.
  func linksToItself(
    _ path: String, _ query: [(String, String)] = [], form: OGCForm,
    json: String = "application/json"
  ) -> [OGCLink] {
    [
      OGCLink(
        "self", address(path, query + [("f", form.rawValue)]), form.mediaType(json: json),
        text(ja: "この文書", en: "This document")),
      OGCLink(
        "alternate", address(path, query + [("f", form.other.rawValue)]),
        form.other.mediaType(json: json),
        form == .json
          ? text(ja: "ページ（HTML）", en: "As a page (HTML)")
          : text(ja: "データ（JSON）", en: "As data (JSON)")),
    ]
  }
}
