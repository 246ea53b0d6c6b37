import YuiHTML
import YuiMaps
import YuiOpenData
import YuiText

/// The map above the list of assets.
struct AssetMap: Component {
  let view: AssetView
  let map: MapView
  let tiles: MapTiles?
  let language: Language

  @HTMLBuilder var markup: HTML {
    div(.id("map")) {
      MapFigure(
        AssetWording.assets[language], view: map, squares: view.squares.compactMap(square),
        points: view.dots.map { $0.point(language) }, signs: Self.signs(of: view.dots, language),
        table: table, tiles: tiles, language: language)
    }
    if view.left > 0 {
      p {
        AssetWording.left(view.left)[language]
        HTML(" ")
        a(.href(view.query.changed { $0.showsAll = true }.address)) {
          AssetWording.showAll[language]
        }
      }
    }
  }

  private func square(_ square: AssetView.Square) -> MapSquare? {
    square.mesh.box.map { box in
      MapSquare(
        box, level: MapSquare.level(of: square.count),
        label: AssetWording.count(square.count)[language], address: address(of: square))
    }
  }

  private func address(of square: AssetView.Square) -> String {
    let query = view.query.changed { ($0.mesh, $0.showsAll) = (square.mesh, false) }
    return "\(query.address)#map"
  }

  /// What the dots of these assets mean.
  static func signs(of assets: [Asset], _ language: Language) -> [MapFigure.Sign] {
    let looks = Set(assets.map(\.availability.look))
    let meanings: [(MapPoint.Look, [Availability])] = [
      (.main, [.open]), (.second, [.negotiating, .reserved]), (.weak, [.occupied, .closed]),
    ]
    return meanings.filter { looks.contains($0.0) }.map { look, states in
      let names = states.map { $0.name[language] }
      return .init(look, names.joined(separator: language.isJapanese ? "・" : ", "))
    }
  }

  /// Squares in words; what dots show, the list below the map tells.
  private var table: DataTable? {
    guard !view.squares.isEmpty else { return nil }
    return DataTable(
      AssetWording.bySquare[language],
      columns: [
        .init(AssetWording.square[language]), .init(AssetWording.assets[language], .number),
      ],
      rows: view.squares.map { square in
        [
          a(.href(address(of: square))) { square.mesh.code },
          HTML(NumberText.grouped(square.count)),
        ]
      })
  }
}

extension Asset {
  /// It as a dot on a map, which leads to its page.
  func point(_ language: Language) -> MapPoint {
    MapPoint(place, availability.look, label: localizedName[language], address: id.address)
  }
}

extension Availability {
  /// How it looks on a map.
  var look: MapPoint.Look {
    switch self {
    case .open: .main
    case .negotiating, .reserved: .second
    case .occupied, .closed: .weak
    }
  }

  /// The colour that supports its name.
  var color: ChipLabel.Color {
    switch self {
    case .open: .green
    case .negotiating, .reserved: .yellow
    case .occupied, .closed: .gray
    }
  }
}
