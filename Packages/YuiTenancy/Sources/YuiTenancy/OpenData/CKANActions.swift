import YuiText
import YuiWeb

/// The actions of the CKAN API that read (CKAN 2.10, `ckan.logic.action.get`), over the catalogue of a
/// tenant, which is its only organization.
struct CKANActions {
  static let names = [
    "status_show", "site_read", "package_list", "current_package_list_with_resources",
    "package_show", "package_search", "organization_list", "organization_show", "group_list",
    "tag_list", "license_list",
  ]

  private static let mostRows = 1_000

  let catalogue: Catalogue
  /// The tenant's key, which names the organization.
  let key: String

  func result(of action: String, _ query: CKANQuery) throws(CKANFailure) -> JSONValue {
    switch action {
    case "status_show": status
    case "site_read": true
    case "package_list": .array(try page(entries, query).map { .string($0.name) })
    case "current_package_list_with_resources": .array(try page(entries, query).map(package))
    case "package_show": package(try entry(query))
    case "package_search": try search(query)
    case "organization_list": [.string(organizationName)]
    case "organization_show": try organization(query)
    case "group_list", "tag_list": []
    case "license_list": [licence]
    default: throw .noAction(action)
    }
  }

  private var entries: [Catalogue.Entry] { catalogue.entries.sorted { $0.name < $1.name } }

  private func page(
    _ entries: [Catalogue.Entry], _ query: CKANQuery
  ) throws(CKANFailure) -> [Catalogue.Entry] {
    let offset = query.offset ?? 0
    let limit = query.limit ?? entries.count
    guard offset >= 0 else { throw .invalid("offset") }
    guard limit >= 0 else { throw .invalid("limit") }
    return Array(entries.dropFirst(offset).prefix(limit))
  }

  private func entry(_ query: CKANQuery) throws(CKANFailure) -> Catalogue.Entry {
    guard let id = query.id else { throw .missing("name_or_id") }
    guard let entry = entries.first(where: { $0.name == id }) else { throw .notFound }
    return entry
  }

  /// Finds what holds every word, whatever its width and case; `*:*` finds everything.
  private func search(_ query: CKANQuery) throws(CKANFailure) -> JSONValue {
    let (rows, start) = (query.rows ?? 10, query.start ?? 0)
    guard rows >= 0 else { throw .invalid("rows") }
    guard start >= 0 else { throw .invalid("start") }
    let words = TextFolding.fold(query.q ?? "").split(separator: " ").filter { $0 != "*:*" }
    let found = entries.filter { entry in
      let text = TextFolding.fold(
        [entry.name, entry.title[.ja], entry.title[.en], entry.summary[.ja], entry.summary[.en]]
          .joined(separator: " "))
      return words.allSatisfy { text.contains($0) }
    }
    return [
      "count": .integer(Int64(found.count)), "sort": "name asc", "facets": [:],
      "search_facets": [:],
      "results": .array(found.dropFirst(start).prefix(min(rows, Self.mostRows)).map(package)),
    ]
  }

  private func package(_ entry: Catalogue.Entry) -> JSONValue {
    [
      "id": .string(entry.name), "name": .string(entry.name), "title": .string(entry.title[.ja]),
      "title_translated": translations(entry.title), "notes": .string(entry.summary[.ja]),
      "notes_translated": translations(entry.summary), "type": "dataset", "state": "active",
      "private": false, "isopen": true, "license_id": "cc-by-4.0",
      "license_title": "Creative Commons Attribution 4.0",
      "license_url": .string(Catalogue.licence),
      "url": .string(catalogue.address), "author": .string(catalogue.publisher),
      "owner_org": .string(organizationName), "organization": organizationSummary, "groups": [],
      "tags": [], "num_tags": 0, "extras": [],
      "num_resources": .integer(Int64(entry.files.count)),
      "resources": .array(
        entry.files.enumerated().map { index, file in
          [
            "id": .string("\(entry.name)-\(file.name.lowercased())"),
            "package_id": .string(entry.name), "name": .string(file.name),
            "url": .string(file.address), "format": .string(file.name),
            "mimetype": .string(file.mediaType), "position": .integer(Int64(index)),
            "state": "active",
          ]
        }),
    ]
  }

  private func translations(_ text: LocalizedText) -> JSONValue {
    ["ja": .string(text[.ja]), "en": .string(text[.en])]
  }

  private var status: JSONValue {
    [
      "ckan_version": "2.10.0", "site_title": .string(catalogue.title[.ja]),
      "site_description": .string(catalogue.title[.en]),
      "site_url": .string(catalogue.publisherAddress), "locale_default": "ja", "extensions": [],
    ]
  }

  private var licence: JSONValue {
    [
      "id": "cc-by-4.0", "title": "Creative Commons Attribution 4.0",
      "url": .string(Catalogue.licence), "status": "active",
    ]
  }

  // MARK: The organization

  /// As Japanese catalogues name municipalities: `t` and the code.
  private var organizationName: String { "t\(key)" }

  private func organization(_ query: CKANQuery) throws(CKANFailure) -> JSONValue {
    guard let id = query.id else { throw .missing("id") }
    guard id == organizationName else { throw .notFound }
    return organizationSummary
  }

  private var organizationSummary: JSONValue {
    [
      "id": .string(organizationName), "name": .string(organizationName),
      "title": .string(catalogue.publisher), "type": "organization", "is_organization": true,
      "state": "active", "package_count": .integer(Int64(catalogue.entries.count)),
    ]
  }
}
