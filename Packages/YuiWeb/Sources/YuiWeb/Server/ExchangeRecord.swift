/// What is told of a request once it is over.
struct ExchangeRecord {
  var number: UInt64 = 0
  var method = "-"
  var site = "-"
  var route = "-"
  var status = 0
  /// Bytes of content; `nil` where it is made while it is sent.
  var bytes: Int? = 0
  /// On the steady clock.
  var startedAt = 0.0
  var reservedMemory = 0
  /// The counters, where they are known without looking them up.
  var counters: Metrics.RouteCounters?
}
