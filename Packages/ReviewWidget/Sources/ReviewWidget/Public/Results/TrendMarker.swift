import YuiText

/// Something that happened to a service, as the trend marks it: an improvement that was made.
struct TrendMarker: Hashable {
  let date: CalendarDate
  let title: LocalizedText
  /// Where more is said of it.
  let address: String?
}
