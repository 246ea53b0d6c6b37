import YuiHTML
import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The resources of the OGC API as pages for people.
struct OGCPages {
  let context: RequestContext

  private var trail: [PageLink] {
    [
      PageLink(OpenDataPage.title, "/open-data/"),
      PageLink(LocalizedText(everywhere: "OGC API"), OGCDocuments.path),
    ]
  }

  func page(
    _ title: LocalizedText, _ links: [OGCLink], lead: LocalizedText? = nil,
    @HTMLBuilder content: () -> HTML
  ) -> Response {
    context.page(
      title, lead: lead, breadcrumbs: trail,
      headLinks: links.map { HeadLink($0.relation, $0.address, mediaType: $0.mediaType) },
      content: content)
  }

  /// Links as a list, which is all that many resources are.
  func list(_ links: [OGCLink]) -> ResourceList {
    ResourceList(links.map { ResourceList.Item($0.title, $0.address) })
  }

  func items(_ items: OGCItems, in source: some Queryable) throws -> Response {
    let (features, matched, links) = try items.shown(in: source)
    let count = NumberText.grouped(matched)
    return page(
      items.collection.title, links, lead: LocalizedText(ja: "\(count)件", en: "\(count) found")
    ) {
      table(features, of: items.collection)
      ButtonRow {
        for link in links where ["next", "alternate"].contains(link.relation) {
          LinkButton(link.title, link.address)
        }
      }
    }
  }

  func feature(
    _ feature: Feature, of collection: any PublishedFeatures, _ links: [OGCLink]
  )
    -> Response
  {
    page(LocalizedText(everywhere: feature.id ?? ""), links) {
      DescriptionList(
        feature.properties.map { DescriptionList.Item($0.name, $0.value.text) }
          + [DescriptionList.Item(context.text(ja: "位置", en: "Position"), Self.place(feature))])
      list(links.filter { $0.relation != "self" })
    }
  }

  private func table(_ features: [Feature], of collection: any PublishedFeatures) -> DataTable {
    let names = features.first?.properties.prefix(5).map(\.name) ?? []
    let path = "\(OGCDocuments.path(collection))/items/"
    return DataTable(
      collection.title[context.language],
      columns: [.init("id")] + names.map { .init($0) }
        + [.init(context.text(ja: "位置", en: "Position"))],
      rows: features.map { feature -> [HTML] in
        let id = feature.id ?? ""
        let values = feature.properties.prefix(5).map { HTML($0.value.text) }
        return [a(.href(path + PercentCoding.encode(id) + "?f=html")) { id }] + values
          + [HTML(Self.place(feature))]
      }, isDense: true)
  }

  private static func place(_ feature: Feature) -> String {
    switch feature.geometry {
    case .point(let place)?:
      "\(NumberText.fixed(place.latitude, decimals: 6)), "
        + NumberText.fixed(place.longitude, decimals: 6)
    case let shape?: shape.type
    case nil: "–"
    }
  }
}
