/// Finds the name that was probably meant.
enum NearestName {
  /// Returns the value of the key nearest to `name`, unless every key is far from it.
  static func find(_ name: String, among known: [String: String]) -> String? {
    let name = Array(name)
    let nearest = known.map { (distance: distance(name, Array($0.key)), value: $0.value) }
      .min { ($0.distance, $0.value) < ($1.distance, $1.value) }
    guard let nearest, nearest.distance <= max(1, (name.count + 1) / 3) else { return nil }
    return nearest.value
  }

  /// The number of single characters to insert, remove or replace (Levenshtein).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
