import YuiText

/// A made-up service, and how what people say of it changes.
struct SampleService {
  let slug: String
  let kind: String
  let name: LocalizedText
  let department: String
  let questionSet: String
  /// How scores lean, as weights of 1 to 5, until something happened.
  let usual: [Int]
  /// How they lean from so many days ago on.
  var since: (daysAgo: Int, weights: [Int])?
  /// How many responses came in the last weeks beside the year's 240.
  var recent = 0

  var asksEverything: Bool { questionSet == "full" }
  var asksClarity: Bool { asksEverything || questionSet == "counter" }

  /// How scores lean on a day.
  func weights(_ daysAgo: Int) -> [Int] {
    since.flatMap { daysAgo <= $0.daysAgo ? $0.weights : nil } ?? usual
  }

  /// For each response, within how many days it came.
  var daysAgo: [Int] {
    Array(repeating: 365, count: 240) + Array(repeating: 56, count: recent)
  }

  static let all = [
    SampleService(
      slug: "residence-certificate", kind: "procedure",
      name: LocalizedText(ja: "住民票の写しの交付", en: "Copy of residence record"),
      department: "市民課", questionSet: "full", usual: [4, 8, 20, 40, 28]),
    SampleService(
      slug: "general-counter", kind: "counter",
      name: LocalizedText(ja: "総合窓口", en: "General counter"), department: "市民課",
      questionSet: "counter", usual: [10, 18, 32, 28, 12],
      since: (GuideAtTheCounter.daysAgo, [3, 7, 20, 42, 28])),
    SampleService(
      slug: "nursery-application", kind: "procedure",
      name: LocalizedText(ja: "保育園の入園申込", en: "Applying for a nursery"),
      department: "保育課", questionSet: "short", usual: [8, 14, 28, 34, 16],
      since: (28, [28, 30, 26, 12, 4]), recent: 120),
    SampleService(
      slug: "library-card", kind: "procedure",
      name: LocalizedText(ja: "図書館の利用登録", en: "Library card"), department: "図書館",
      questionSet: "short", usual: [2, 4, 14, 38, 42]),
  ]
}

/// What happened at the general counter.
enum GuideAtTheCounter {
  static let daysAgo = 120
}
