import YuiHTML
import YuiText

/// The profiles that there are: what a site can be given.
struct KnownProfiles: Sendable {
  /// The most that a refusal names.
  private static let mostNamed = 10

  /// Their names by slug, in the order of the slugs.
  let names: [(slug: Slug, name: LocalizedText)]
  private let slugs: Set<Slug>

  init(_ names: [(slug: Slug, name: LocalizedText)] = []) {
    self.names = names
    slugs = Set(names.map(\.slug))
  }

  func contains(_ slug: Slug) -> Bool { slugs.contains(slug) }

  func name(of slug: Slug) -> LocalizedText? { names.first { $0.slug == slug }?.name }

  /// What a form offers: every profile by its name, and what is chosen already if there is no such
  /// profile, so that a form which is saved loses nothing unsaid.
  func choices(selected: String, in language: Language) -> [Choice] {
    let known = names.map { Choice($0.slug.description, $0.name, in: language) }
    guard !selected.isEmpty, !names.contains(where: { $0.slug.description == selected }) else {
      return known
    }
    return known + [Choice(selected, Self.missing(selected), in: language)]
  }

  /// What is said of a slug that no profile has.
  static func missing(_ slug: String) -> LocalizedText {
    LocalizedText(ja: "\(slug)（登録されていません）", en: "\(slug) (there is none)")
  }

  /// Why a slug is refused, and which there are.
  func refusal(of slug: String) -> LocalizedText {
    guard !names.isEmpty else {
      return LocalizedText(
        ja: "プロファイル「\(slug)」は登録されていません。先にOpenRoamingのプロファイルを追加するか、空欄にしてください。",
        en: "There is no profile “\(slug)”. Add it under OpenRoaming first, or leave this empty.")
    }
    let named = names.prefix(Self.mostNamed).map(\.slug.description)
    let (ja, en) = names.count > named.count ? ("など", " and more") : ("", "")
    return LocalizedText(
      ja: "プロファイル「\(slug)」は登録されていません。登録済み：\(named.joined(separator: "、"))\(ja)",
      en: "There is no profile “\(slug)”. There are: \(named.joined(separator: ", "))\(en).")
  }
}
