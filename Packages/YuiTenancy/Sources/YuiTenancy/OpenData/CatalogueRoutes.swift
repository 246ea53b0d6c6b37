import YuiWeb

/// `/open-data/catalog.jsonld` and `.ttl`: the catalogue for programs that harvest it.
struct CatalogueRoutes: Sendable {
  enum Form: String, CaseIterable {
    case jsonLD = "jsonld"
    case turtle = "ttl"

    var path: String { "/open-data/catalog.\(rawValue)" }

    var mediaType: String {
      switch self {
      case .jsonLD: "application/ld+json"
      case .turtle: "text/turtle"
      }
    }
  }

  let tables: [any PublishedTable]

  var routes: [Route] {
    Form.allCases.map { form in
      let tables = tables
      // Addresses may follow from the host that was called, so the answer is not kept.
      return Route.get(form.path, access: .anyone) { context, _ in
        let catalogue = Catalogue(tables, context)
        return switch form {
        case .jsonLD: .bytes(CatalogueJSON.document(catalogue).bytes, contentType: form.mediaType)
        case .turtle:
          .bytes(
            Array(CatalogueTurtle.document(catalogue).utf8),
            contentType: "\(form.mediaType); charset=utf-8")
        }
      }.openToOtherOrigins()
    }
  }
}
