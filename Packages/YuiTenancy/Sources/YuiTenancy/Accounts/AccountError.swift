public import YuiText

/// Why a change of accounts is refused.
public enum AccountError: Error, Sendable, Hashable {
  /// The address has an account already.
  case emailTaken
  /// The change would leave the tenant without an administrator who can sign in.
  case lastAdministrator
  /// Staff would become a partner, or a partner staff: that is another account.
  case partnerStays
  /// A stored account cannot be read: the database was changed by other hands.
  case unreadable

  /// What to do about it.
  public var message: LocalizedText {
    switch self {
    case .emailTaken:
      LocalizedText(
        ja: "このメールアドレスはすでに登録されています。", en: "This address has an account already.")
    case .lastAdministrator:
      LocalizedText(
        ja: "最後の管理者です。先に別の管理者を登録してください。",
        en: "This is the last administrator. Add another administrator first.")
    case .partnerStays:
      LocalizedText(
        ja: "外部利用者と職員の役割は入れ替えられません。別のアカウントを追加してください。",
        en: "A partner cannot become staff, nor staff a partner. Add another account.")
    case .unreadable:
      LocalizedText(ja: "登録情報を読み取れません。", en: "The stored account cannot be read.")
    }
  }
}
