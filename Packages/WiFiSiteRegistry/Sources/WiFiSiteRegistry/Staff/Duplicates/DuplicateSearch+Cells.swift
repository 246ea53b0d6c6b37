import YuiOpenData

extension DuplicateSearch {
  /// Sites by the cell of a grid in which they are, so that each is held against its neighbours only.
  struct Cells {
    private struct Cell: Hashable {
      let row: Int
      let column: Int
    }

    private struct Placed {
      let site: Candidate
      let place: Coordinate
    }

    /// A file that says everything twice is not looked through to its end.
    private static let mostPairs = 20_000
    /// Itself, and half of those around it: the other half looks back.
    private static let around = [(0, 0), (0, 1), (1, -1), (1, 0), (1, 1)]

    private let metres: Double
    private var cells: [Cell: [Placed]] = [:]

    /// Puts sites into cells at least as wide and high as a distance, as far north as Japan reaches.
    init(_ sites: [Candidate], of metres: Double) {
      self.metres = metres
      for site in sites {
        guard let place = site.place else { continue }
        let cell = cell(of: place)
        cells[cell, default: []].append(Placed(site: site, place: place))
      }
    }

    private func cell(of place: Coordinate) -> Cell {
      Cell(
        row: Int((place.latitude / (metres / 111_000)).rounded(.down)),
        column: Int((place.longitude / (metres / 77_000)).rounded(.down)))
    }

    /// Tells of the sites that are within the distance of another, which is not one of them.
    ///
    /// - Parameters:
    ///   - most: cells with more sites are passed over.
    ///   - isWanted: asked first, since distances take longer.
    func around(
      _ site: Candidate, most: Int, if isWanted: (Candidate) -> Bool, body: (Candidate) -> Void
    ) {
      guard let place = site.place else { return }
      let own = cell(of: place)
      for row in (own.row - 1)...(own.row + 1) {
        for column in (own.column - 1)...(own.column + 1) {
          guard let near = cells[Cell(row: row, column: column)], near.count <= most else {
            continue
          }
          for other in near
          where isWanted(other.site) && place.distance(to: other.place) <= metres {
            body(other.site)
          }
        }
      }
    }

    /// The pairs that are within the distance of each other.
    ///
    /// - Parameters:
    ///   - crowd: where there are more sites in a cell, only those with the same name are paired.
    ///   - inCrowds: whether they are.
    ///   - isWanted: asked of those alone that are near enough.
    func neighbours(
      crowd: Int, inCrowds: Bool, if isWanted: (Candidate, Candidate) -> Bool
    ) -> [(Candidate, Candidate)] {
      var pairs: [(Candidate, Candidate)] = []
      for (cell, own) in cells {
        for (row, column) in Self.around {
          let other = cells[Cell(row: cell.row + row, column: cell.column + column)] ?? []
          let isOwn = (row, column) == (0, 0)
          let isCrowded = own.count > crowd || other.count > crowd
          if isCrowded, !inCrowds { continue }
          let named = isCrowded ? Dictionary(grouping: other.indices) { other[$0].site.key } : [:]
          for (index, one) in own.enumerated() {
            let candidates = isCrowded ? named[one.site.key] ?? [] : Array(other.indices)
            for place in candidates where !isOwn || place > index {
              let next = other[place]
              if one.place.distance(to: next.place) <= metres, isWanted(one.site, next.site) {
                pairs.append((one.site, next.site))
                if pairs.count == Self.mostPairs { return pairs }
              }
            }
          }
        }
      }
      return pairs
    }
  }
}
