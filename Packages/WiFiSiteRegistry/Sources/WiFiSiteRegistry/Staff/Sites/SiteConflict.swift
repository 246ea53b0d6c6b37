import YuiStorage
import YuiText
import YuiWeb

/// Two people changed a site at the same time: what the second one sent, brought together with what
/// the first one stored.
struct SiteConflict: Sendable {
  /// Whose content a field is to have that both changed.
  enum Choice: String, Sendable {
    case stored, mine
  }

  /// What stands before the name of a field where one chooses.
  static let choicePrefix = "choose_"
  /// The name of the form's fields that name those that have to be decided.
  static let fieldName = "conflict"

  /// What is stored, with what the second one alone changed and chose.
  private(set) var draft: SiteDraft
  /// The fields that the first one alone changed.
  let taken: [SiteField]
  /// The fields that still have to be decided.
  let open: [SiteField]
  /// Those of them that were shown already and not decided.
  let undecided: Set<SiteField>

  /// Reads the form of a site as it comes back.
  init(_ form: FormData, with site: WiFiSite) {
    var mine = SiteDraft(form: form)
    let (base, stored) = (
      SiteDraft(form: form, prefix: SiteDraft.basePrefix), SiteDraft(site)
    )
    var undecided: Set<SiteField> = []
    for field in form.values(named: Self.fieldName).compactMap(SiteField.init(rawValue:))
    where SiteDraft.fields.contains(field) {
      switch Choice(rawValue: form.first(Self.choicePrefix + field.rawValue) ?? "") {
      case .stored: mine.take(field, from: base)
      case .mine: break
      case nil: if mine.entry(of: field) != stored.entry(of: field) { undecided.insert(field) }
      }
    }
    let merge = mine.merge(from: base, with: stored)
    draft = stored
    for field in SiteDraft.fields
    where mine.entry(of: field) != stored.entry(of: field) && !merge.taken.contains(field) {
      draft.take(field, from: mine)
    }
    taken = merge.taken
    open = SiteDraft.fields.filter { merge.conflicts.contains($0) || undecided.contains($0) }
    self.undecided = undecided
  }
}
