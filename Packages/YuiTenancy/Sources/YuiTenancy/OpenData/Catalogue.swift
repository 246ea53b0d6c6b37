import YuiOpenData
import YuiText
import YuiWeb

/// The catalogue of what a tenant publishes (W3C DCAT 2), before it takes the form of a document.
struct Catalogue {
  struct File {
    let address: String
    let mediaType: String
    let name: String
  }

  struct Entry {
    let name: String
    let title: LocalizedText
    let summary: LocalizedText
    let address: String
    let files: [File]
  }

  /// Creative Commons Attribution 4.0, with which Japan's public data licence (PDL 1.0) is compatible.
  static let licence = "https://creativecommons.org/licenses/by/4.0/"

  let address: String
  let publisher: String
  let publisherAddress: String
  let title: LocalizedText
  let entries: [Entry]

  init(_ tables: [any PublishedTable], _ context: RequestContext) {
    let site = context.siteAddress
    address = "\(site)/open-data/"
    publisherAddress = "\(site)/"
    publisher = context.site.name[.ja]
    title = LocalizedText(
      ja: "\(context.site.name[.ja])のオープンデータ", en: "Open data of \(context.site.name[.en])")
    entries = tables.map { table in
      Entry(
        name: table.name, title: table.title, summary: table.summary,
        address: "\(site)/open-data/#\(table.name)",
        files: TableFileWriter.Form.allCases.map { form in
          File(
            address: site + OpenDataFiles.path(table, form),
            mediaType: String(form.contentType.prefix { $0 != ";" }), name: form.name)
        }
          + [(table as? any PublishedFeatures).map(OpenDataFiles.geoJSONPath)].compactMap { path in
            path.map {
              File(address: site + $0, mediaType: OGCForm.geoJSON, name: "GeoJSON")
            }
          })
    }
  }
}
