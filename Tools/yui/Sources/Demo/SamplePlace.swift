/// A made-up place where every sample service is rated.
struct SamplePlace {
  let code: String
  let nameJa: String
  let nameEn: String
  let channel: String

  static let all = [
    SamplePlace(code: "window-1", nameJa: "1番窓口", nameEn: "Window 1", channel: "counter"),
    SamplePlace(code: "window-3", nameJa: "3番窓口", nameEn: "Window 3", channel: "counter"),
    SamplePlace(
      code: "lobby", nameJa: "ロビーの端末", nameEn: "Kiosk in the lobby", channel: "kiosk"),
  ]

  static let file = DemoFile(
    "review-places", name: "sample-places.csv",
    header: ["service", "code", "name_ja", "name_en", "channel"],
    rows: SampleService.all.flatMap { service in
      all.map { [service.slug, $0.code, $0.nameJa, $0.nameEn, $0.channel] }
    })
}
