public import YuiHTML
import YuiStorage
public import YuiText

/// A map with its name, what one sees on it, what its signs mean, and the same as a table.
///
/// It is drawn inline from Yui's own table of land, so it needs no map server, unless one is named. Nothing on it can be
/// read by a screen reader or reached by the keyboard: what it shows stands in the table, and in the
/// list that a page has beside it.
public struct MapFigure: Component {
  /// A sign and its meaning.
  public struct Sign: Sendable, Hashable {
    let look: MapPoint.Look
    let label: String

    /// Says what a dot means.
    public init(_ look: MapPoint.Look, _ label: String) {
      (self.look, self.label) = (look, label)
    }
  }

  private let title: String
  private let finding: String?
  private let picture: MapPicture
  private let signs: [Sign]
  private let table: DataTable?
  private let language: Language

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - title: What is where.
  ///   - finding: What one sees, in a sentence.
  ///   - view: The part of the earth that is shown.
  ///   - squares: What there is by squares of a grid, drawn below the dots.
  ///   - points: Single things; a few hundred at most.
  ///   - signs: What the dots mean.
  ///   - table: The same by squares or by thing.
  ///   - tiles: A map below; the page then says `showingImages(of:)`.
  ///   - language: The language of the page.
  public init(
    _ title: String, finding: String? = nil, view: MapView, squares: [MapSquare] = [],
    points: [MapPoint] = [], signs: [Sign] = [], table: DataTable? = nil,
    tiles: MapTiles? = nil, language: Language
  ) {
    self.title = title
    self.finding = finding
    picture = MapPicture(view: view, squares: squares, points: points, tiles: tiles)
    self.signs = signs
    self.table = table
    self.language = language
  }

  /// The map.
  public var markup: HTML {
    figure(.class("chart map")) {
      figcaption(.class("chart__title")) { title }
      if let finding { p(.class("chart__finding")) { finding } }
      // The picture itself is hidden: hundreds of dots would be read out before its name.
      span(
        .class("visually-hidden"), .role("img"),
        .aria("label", MapWording.name([title, finding].compactMap(\.self), language))
      ) {}
      picture.markup
      if !signs.isEmpty {
        ul(.class("chart__legend")) {
          for sign in signs {
            li(.class("map__sign map__sign--\(sign.look.rawValue)")) { sign.label }
          }
        }
      }
      if let table {
        details(.class("disclosure")) {
          summary {
            Icon.chevronDown.markup
            MapWording.table[language]
          }
          table
        }
      }
      p(.class("chart__source")) {
        MapWording.source(picture)[language]
      }
    }
  }
}
