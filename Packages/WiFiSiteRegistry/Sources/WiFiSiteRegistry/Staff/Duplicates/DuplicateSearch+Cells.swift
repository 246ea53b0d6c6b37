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
      let (height, width) = (metres / 111_000, metres / 77_000)
      for site in sites {
        guard let place = site.place else { continue }
        let cell = Cell(
          row: Int((place.latitude / height).rounded(.down)),
          column: Int((place.longitude / width).rounded(.down)))
        cells[cell, default: []].append(Placed(site: site, place: place))
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
