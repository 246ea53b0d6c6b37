import YuiText

/// Shares as per cents for people.
enum Percent {
  /// `0.784` as `78%`; what is some or not all is never told as nobody or everybody.
  static func text(_ share: Double) -> String {
    let rounded = (100 * share).rounded()
    if share > 0, rounded < 1 { return "<1%" }
    if share < 1, rounded > 99 { return ">99%" }
    return NumberText.fixed(rounded, decimals: 0) + "%"
  }
}
