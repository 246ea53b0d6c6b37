import YuiHTML
import YuiMaps
import YuiOpenData
import YuiText

/// The map above the list of sites.
struct SiteMap: Component {
  let view: SiteView
  let map: MapView
  let tiles: MapTiles?
  let language: Language

  var markup: HTML {
    HTML([
      div(.id("map")) { figure },
      view.left > 0
        ? p {
          WiFiWording.left(view.left)[language]
          HTML(" ")
          a(.href(everything)) { WiFiWording.showAll[language] }
        } : HTML(),
    ])
  }

  private var figure: MapFigure {
    MapFigure(
      WiFiWording.sites[language], view: map,
      squares: view.squares.compactMap(square), points: points,
      signs: view.squares.isEmpty ? signs : [], table: table, tiles: tiles,
      language: language)
  }

  private var everything: String {
    var query = view.query
    (query.showsAll, query.after) = (true, nil)
    return query.address
  }

  private func square(_ square: SiteView.Square) -> MapSquare? {
    square.mesh.box.map { box in
      MapSquare(
        box, level: MapSquare.level(of: square.count),
        label: WiFiWording.count(square.count)[language], address: address(of: square))
    }
  }

  private func address(of square: SiteView.Square) -> String {
    var query = view.query
    (query.mesh, query.showsAll, query.after) = (square.mesh, false, nil)
    return "\(query.address)#map"
  }

  private var points: [MapPoint] {
    let here = view.query.near.map { near in
      MapPoint(near, .here, label: WiFiWording.here[language])
    }
    return view.dots.compactMap { $0.point(language) } + [here].compactMap { $0 }
  }

  private var signs: [MapFigure.Sign] {
    Self.signs(of: view.dots, language)
      + (view.query.near == nil ? [] : [.init(.here, WiFiWording.here[language])])
  }

  /// What the dots of these sites mean.
  static func signs(of sites: [WiFiSite], _ language: Language) -> [MapFigure.Sign] {
    let looks = Set(sites.filter { $0.place != nil }.map(\.look))
    let meanings: [(MapPoint.Look, LocalizedText)] = [
      (.main, OpenRoamingState.yes.name), (.second, WiFiWording.wiFi),
      (.weak, SiteStatus.planned.name), (.against, SiteStatus.out.name),
    ]
    return meanings.filter { looks.contains($0.0) }.map { .init($0.0, $0.1[language]) }
  }

  /// Squares in words; what dots show, the list below the map tells.
  private var table: DataTable? {
    guard !view.squares.isEmpty else { return nil }
    return DataTable(
      WiFiWording.bySquare[language],
      columns: [
        .init(WiFiWording.square[language]), .init(WiFiWording.sites[language], .number),
      ],
      rows: view.squares.map { square in
        [
          a(.href(address(of: square))) { square.mesh.code },
          HTML(NumberText.grouped(square.count)),
        ]
      })
  }
}

extension WiFiSite {
  /// It as a dot on a map, which leads to its page; `nil` where nobody knows where it is.
  func point(_ language: Language) -> MapPoint? {
    place.map {
      MapPoint($0, look, label: localizedName[language], address: "/wifi/sites/\(id)")
    }
  }

  /// How it looks on a map.
  var look: MapPoint.Look {
    switch status {
    case .out, .retired: .against
    case .planned: .weak
    case .working, .partly: openRoaming == .yes ? .main : .second
    }
  }
}
