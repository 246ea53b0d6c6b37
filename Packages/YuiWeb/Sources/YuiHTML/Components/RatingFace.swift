/// The faces of a rating, from unhappy to happy; they decorate, words tell.
public enum RatingFace {
  /// How many there are.
  public static let count = 5
  /// The square that the lines of a face fill.
  public static let box = "0 0 40 40"

  private static let mouths = [
    "M13 29c2-5 12-5 14 0", "M14 28c3-3 9-3 12 0", "M14 27h12", "M13 25c3 4 11 4 14 0",
    "M12 23.5c1 9 15 9 16 0z",
  ]

  /// The lines of the face for a rating from 1 to 5; colour and width are those around them.
  public static func shapes(_ rating: Int) -> HTML {
    HTML([
      SVG.circle(.cx("20"), .cy("20"), .r("17")),
      SVG.path(.class("rating__eyes"), .d("M14 15.5v2M26 15.5v2")),
      SVG.path(.class("rating__mouth"), .d(mouths[rating - 1])),
    ])
  }
}
