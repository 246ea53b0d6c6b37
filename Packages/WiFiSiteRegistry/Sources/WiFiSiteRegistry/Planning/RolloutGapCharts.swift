import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStatistics
import YuiStorage
import YuiText

/// Where OpenRoaming is missing, as bars and as a map, each with its table.
struct RolloutGapCharts: Component {
  private static let mostRows = 50

  let gaps: RolloutGaps
  let language: Language

  @HTMLBuilder var markup: HTML {
    if !gaps.classes.isEmpty {
      LevelsChart(
        id: "classes", title: text("施設の種類ごとのOpenRoaming", "OpenRoaming by kind of place"),
        rows: gaps.classes.map(row),
        headings: [
          text("施設の種類", "Kind of place"), text("区分", "Part"), text("施設の数", "Sites"),
          text("割合", "Share"),
        ], language: language)
      table
    }
    if let box = gaps.box, !gaps.squares.isEmpty { map(box) }
  }

  private func text(_ ja: String, _ en: String) -> String {
    LocalizedText(ja: ja, en: en)[language]
  }

  private func row(_ row: RolloutGaps.Row) -> LevelsChart.Row {
    let names = [
      text("対応", "With OpenRoaming"), text("予定", "Planned"), text("未対応", "Without"),
    ]
    let shares = LargestRemainder.percentages(row.counts)
    return LevelsChart.Row(
      row.facilityClass.name[language],
      value: text("未対応 \(row.missing)", "\(row.missing) without"),
      levels: zip(names, zip(row.counts, shares)).map { name, part in
        .init(name, count: part.0, percentage: part.1)
      })
  }

  private var table: DataTable {
    DataTable(
      text("施設の種類ごとの未対応の数", "Sites without OpenRoaming by kind of place"),
      columns: [
        .init(text("施設の種類", "Kind of place")), .init(text("予定", "Planned"), .number),
        .init(text("予定なし", "Not planned"), .number),
      ],
      rows: gaps.classes.map { row in
        [
          HTML(row.facilityClass.name, in: language),
          link(row.counts[1], .planned, row.facilityClass),
          link(row.counts[2], .no, row.facilityClass),
        ]
      }, isDense: true)
  }

  private func link(
    _ count: Int, _ state: OpenRoamingState, _ facilityClass: FacilityClass
  ) -> HTML {
    guard count > 0 else { return HTML("0") }
    var query = StaffSiteQuery()
    (query.facilityClass, query.openRoaming) = (facilityClass, state)
    return a(.href(query.address)) { NumberText.grouped(count) }
  }

  private func map(_ box: BoundingBox) -> MapFigure {
    MapFigure(
      text("地域メッシュごとの未対応の数", "Sites without OpenRoaming by mesh"),
      view: MapView(around: box),
      squares: gaps.squares.compactMap { square in
        square.mesh.box.map {
          MapSquare(
            $0, level: MapSquare.level(of: square.missing),
            label: "\(square.mesh.code): \(NumberText.grouped(square.missing))",
            address: address(of: square))
        }
      },
      table: DataTable(
        text("未対応の多い地域メッシュ", "Meshes with the most"),
        columns: [
          .init(text("地域メッシュ（JIS X 0410）", "Mesh (JIS X 0410)")),
          .init(text("未対応の施設", "Sites without"), .number),
        ],
        rows: gaps.squares.prefix(Self.mostRows).map { square in
          [
            a(.href(address(of: square))) { square.mesh.code },
            HTML(NumberText.grouped(square.missing)),
          ]
        }, isDense: true), language: language)
  }

  private func address(of square: RolloutGaps.Square) -> String {
    var query = StaffSiteQuery()
    query.mesh = square.mesh
    return query.address
  }
}
