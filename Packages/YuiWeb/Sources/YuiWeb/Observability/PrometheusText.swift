/// The text format that Prometheus reads (version 0.0.4).
struct PrometheusText {
  private(set) var text = ""

  mutating func start(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: Double) {
    text += name
    if !labels.isEmpty {
      let pairs = labels.map { name, value in
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
          .replacing("\n", with: "\\n")
        return "\(name)=\"\(escaped)\""
      }
      text += "{\(pairs.joined(separator: ","))}"
    }
    text += value == value.rounded() && abs(value) < 1e15 ? " \(Int64(value))\n" : " \(value)\n"
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    start(name, "gauge", help)
    sample(name, [], Double(value))
  }

  mutating func counter(_ name: String, _ help: String, _ value: Int) {
    start(name, "counter", help)
    sample(name, [], Double(value))
  }
}
