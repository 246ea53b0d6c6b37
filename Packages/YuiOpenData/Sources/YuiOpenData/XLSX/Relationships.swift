import YuiText

/// Where the parts are that a part refers to (ISO/IEC 29500-2, 9.3).
final class Relationships: XMLHandler {
  private struct Target {
    let kind: Substring
    let path: String
  }

  private static let most = 20_000

  private let folder: [Substring]
  private var targets: [String: Target] = [:]

  /// Reads the relationships of the part at a path; of the archive itself for an empty one.
  init(of part: String, in archive: ZipArchive) throws {
    let steps = part.split(separator: "/")
    folder = Array(steps.dropLast())
    let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    try WorkbookPart(name, in: archive, self)?.readAll()
  }

  /// The path of the first part of a kind, such as `styles`.
  func path(ofKind kind: String) -> String? {
    targets.values.first { $0.kind == kind }?.path
  }

  /// The path of the part that a relationship leads to, if it is of a kind.
  func path(of id: String, kind: String) -> String? {
    targets[id].flatMap { $0.kind == kind ? $0.path : nil }
  }

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"],
      let kind = attributes["Type"]?.split(separator: "/").last
    else { return }
    guard targets.count < Self.most else {
      throw XLSXProblem.tooLarge(LocalizedText(ja: "部品の一覧", en: "lists of parts"))
    }
    targets[id] = Target(kind: kind, path: path(to: target))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) {}

  private func path(to target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
