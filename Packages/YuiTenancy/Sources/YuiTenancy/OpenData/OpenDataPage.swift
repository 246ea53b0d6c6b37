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
        h2 { Self.forPrograms[language] }
        DescriptionList(Self.interfaces(language))
      }
    }
  }

  static let forPrograms = LocalizedText(
    ja: "プログラムから使う", en: "For programs", easy: "プログラムで つかう", zhHans: "供程序使用",
    ko: "프로그램에서 이용", vi: "Dành cho chương trình")

  private static func interfaces(_ language: Language) -> [DescriptionList.Item] {
    [
      DescriptionList.Item("DCAT") {
        p { catalogue[language] }
        ul {
          for form in CatalogueRoutes.Form.allCases { li { a(.href(form.path)) { form.path } } }
        }
      },
      DescriptionList.Item("CKAN") {
        p { ckan[language] }
        ul { li { a(.href(ckanList)) { ckanList } } }
      },
    ]
  }

  private static let ckanList = "/api/3/action/package_list"
  private static let catalogue = LocalizedText(
    ja: "ここにあるデータの目録です。ほかのデータカタログサイトが、この目録を読んで自分の目録に載せます。",
    en: "The catalogue of these data: other portals read it to list them too.",
    easy: "データの リストです。ほかの サイトが よみます。", zhHans: "这些数据的目录，供其他数据门户读取并收录。",
    ko: "이 데이터의 목록입니다. 다른 데이터 포털이 읽어 자기 목록에 싣습니다.",
    vi: "Danh mục các dữ liệu này, để các cổng dữ liệu khác đọc và đưa vào danh mục của họ.")
  private static let ckan = LocalizedText(
    ja: "同じ目録を、CKANのAPIの形で返します。CKANを使うサイトやツールが、そのまま読めます。",
    en: "The same catalogue as the CKAN API: portals and tools made for CKAN read it as it is.",
    easy: "CKANという しくみを つかう サイトが よみます。", zhHans: "以CKAN API形式提供同一目录，CKAN网站和工具可直接读取。",
    ko: "같은 목록을 CKAN API로 제공합니다. CKAN을 쓰는 사이트와 도구가 그대로 읽습니다.",
    vi: "Cùng danh mục đó theo API của CKAN, để các trang và công cụ CKAN đọc trực tiếp.")

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
