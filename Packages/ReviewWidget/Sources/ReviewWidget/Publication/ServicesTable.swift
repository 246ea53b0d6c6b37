import YuiOpenData
import YuiStorage
import YuiText

/// The services that can be reviewed, as the dataset `review-services` names their columns.
struct ServicesTable: ExportTable {
  let columns = ["slug", "kind", "name_ja", "name_en", "department", "status", "url"]

  private static let pageSize = 500

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let services = try ServiceStore.page(after: cursor, limit: Self.pageSize, in: source)
    let rows = services.map { service in
      [
        service.slug.description, service.kind.rawValue, service.name[.ja], service.nameEn,
        service.department, service.status.rawValue, service.url,
      ].map(TableValue.text)
    }
    return (rows, services.count == Self.pageSize ? services.last?.slug.description : nil)
  }
}
