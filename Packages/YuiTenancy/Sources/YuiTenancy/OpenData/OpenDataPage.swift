import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// `/open-data/`: what everybody may take away, as files.
struct OpenDataPage: Sendable {
  let tables: [any PublishedTable]

  var route: Route {
    let tables = tables
    return .get("/open-data/", access: .anyone, cache: .publicData(query: [])) { context, _ in
      let language = context.language
      return context.page(
        Self.title, lead: Self.licence,
        headLinks: CatalogueRoutes.Form.allCases.map {
          HeadLink("describedby", $0.path, mediaType: $0.mediaType)
        }
      ) {
        ResourceList(
          tables.map { table in
            ResourceList.Item(table.title, in: language, aside: Self.links(to: table)) {
              p { HTML(table.summary, in: language) }
            }
          })
      }
    }
  }

  static let title = LocalizedText(
    ja: "オープンデータ", en: "Open data", zhHans: "开放数据", ko: "공개 데이터", vi: "Dữ liệu mở")

  private static let licence = LocalizedText(
    ja: "出典を示せば、誰でも自由に使えます（CC BY 4.0）。",
    en: "Free for everybody to use, if the source is named (CC BY 4.0).",
    easy: "だれでも 使えます。どこの データか 書いてください（CC BY 4.0）。",
    zhHans: "注明出处即可自由使用（CC BY 4.0）。", ko: "출처를 밝히면 누구나 자유롭게 이용할 수 있습니다(CC BY 4.0).",
    vi: "Ai cũng có thể sử dụng tự do nếu ghi nguồn (CC BY 4.0).")

  private static func links(to table: any PublishedTable) -> HTML {
    let files = TableFileWriter.Form.allCases.map { form in
      LinkButton(form.name, OpenDataFiles.path(table, form), icon: .download).markup
    }
    guard let features = table as? any PublishedFeatures else { return HTML(files) }
    return HTML(
      files + [
        LinkButton("GeoJSON", OpenDataFiles.geoJSONPath(features), icon: .download).markup,
        LinkButton("OGC API", "\(OGCDocuments.path(features))?f=html").markup,
      ])
  }
}
