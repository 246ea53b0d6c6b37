import YuiCasework
import YuiHTML
import YuiText

/// The states of what people wrote, and how it may go from one to another.
enum ReviewState {
  static let all = [
    CaseState("new", name: LocalizedText(ja: "新着", en: "New"), color: .blue, isOpen: true),
    CaseState("read", name: LocalizedText(ja: "既読", en: "Read"), color: .gray, isOpen: false),
    CaseState(
      "in-work", name: LocalizedText(ja: "対応中", en: "In work"), color: .orange, isOpen: true),
    CaseState(
      "answered", name: LocalizedText(ja: "回答済", en: "Answered"), color: .green, isOpen: false),
    CaseState(
      "published", name: LocalizedText(ja: "公開", en: "Published"), color: .green, isOpen: false),
    CaseState("hidden", name: LocalizedText(ja: "非公開", en: "Hidden"), color: .gray, isOpen: false),
    CaseState("spam", name: LocalizedText(ja: "迷惑投稿", en: "Spam"), color: .red, isOpen: false),
  ]

  static let moves = [
    CaseMove(
      to: "read", from: ["new", "in-work", "hidden", "spam"],
      name: LocalizedText(ja: "既読にする", en: "Mark as read"), key: "e"),
    CaseMove(
      to: "in-work", from: ["new", "read", "answered", "published", "hidden"],
      name: LocalizedText(ja: "対応する", en: "Work on it"), key: "w"),
    CaseMove(
      to: "answered", from: ["new", "read", "in-work"],
      name: LocalizedText(ja: "回答済にする", en: "Mark as answered"), key: "a"),
    CaseMove(
      to: "published", from: ["new", "read", "in-work", "answered", "hidden"],
      name: LocalizedText(ja: "公開する", en: "Publish"), key: "p",
      permission: ReviewPermission.publish,
      question: LocalizedText(
        ja: "住民に公開します。よろしいですか。", en: "The public will read what was written. Go on?")),
    CaseMove(
      to: "hidden", from: ["new", "read", "in-work", "answered", "published"],
      name: LocalizedText(ja: "非公開にする", en: "Hide"), key: "h",
      question: LocalizedText(
        ja: "非公開にします。公開中のものは住民から見えなくなります。よろしいですか。",
        en: "It will be hidden; the public will no longer read it. Go on?")),
    CaseMove(
      to: "spam", from: ["new", "read", "in-work", "answered", "published", "hidden"],
      name: LocalizedText(ja: "迷惑投稿にする", en: "Mark as spam"), key: "s",
      question: LocalizedText(
        ja: "迷惑投稿にします。集計からも外れます。よろしいですか。",
        en: "It will be spam, and no longer count in any figure. Go on?")),
    CaseMove(
      to: "new", from: ["read", "in-work", "hidden", "spam"],
      name: LocalizedText(ja: "新着に戻す", en: "Back to new"), key: "b"),
  ]
}
