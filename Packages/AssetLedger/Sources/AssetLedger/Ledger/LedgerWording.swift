import YuiText

/// The words of the ledger.
enum LedgerWording {
  static let title = LocalizedText(ja: "公開台帳", en: "The ledger")
  static let summary = LocalizedText(
    ja: """
      資産の登録、変更、削除は、1件ずつこの台帳に書き加えられます。下のチェックポイントを保存しておけば、それまでの記録があとから書き換えられたときに、市区町村自身によるものでも分かります。
      """,
    en: """
      Every registration, change and removal of an asset becomes an entry here. Whoever keeps the checkpoint below can tell when an entry before it is changed later, even by the municipality itself.
      """)
  static let unsigned = LocalizedText(
    ja: "まだ署名された記録がありません。資産を登録してから1分ほどで署名されます。",
    en: "Nothing is signed yet. An entry is signed within a minute of its change.")
  static let behind = LocalizedText(
    ja: "署名されていない記録があります。署名が止まっている可能性があります。",
    en: "Some entries are not signed. Signing may have stopped.")
  static let size = LocalizedText(ja: "記録の件数", en: "Entries")
  static let root = LocalizedText(ja: "ルートハッシュ", en: "Root hash")
  static let key = LocalizedText(ja: "署名の公開鍵", en: "Public key of the signature")
  static let howToCheck = LocalizedText(ja: "確かめ方", en: "How to check it")
  static let howToCheckText = LocalizedText(
    ja: """
      次のコマンドは、公開されている情報だけから記録全体を計算し直し、署名と比べます。チェックポイントを保存しておき、次に--sinceで渡すと、その間に過去の記録が変わっていないことも分かります。
      """,
    en: """
      This command computes the whole ledger anew from what is public, and compares it with the signature. Keep a checkpoint and give it with --since the next time: it then also shows that nothing written before has changed.
      """)
  static let checkpoint = LocalizedText(
    ja: "いまのチェックポイントを保存する（テキスト）", en: "Keep the checkpoint of now (text)")
  static let empty = LocalizedText(ja: "記録はまだありません。", en: "There is no entry yet.")
  static let entries = LocalizedText(ja: "記録", en: "Entries")
  static let number = LocalizedText(ja: "番号", en: "Number")
  static let at = LocalizedText(ja: "日時", en: "Time")
  static let what = LocalizedText(ja: "内容", en: "What")
  static let asset = LocalizedText(ja: "資産番号", en: "Asset id")
  static let notOpen = LocalizedText(ja: "（内容は非公開）", en: "(not shown)")
  static let notOpenText = LocalizedText(
    ja: "この記録の内容は公開されていません。記録があることと、その日時は証明されています。",
    en: "What this entry says is not public. That it is there, and since when, is proved.")
  static let said = LocalizedText(ja: "変更の内容", en: "What changed")
  static let field = LocalizedText(ja: "項目", en: "Field")
  static let before = LocalizedText(ja: "変更前", en: "Before")
  static let after = LocalizedText(ja: "変更後", en: "After")
  static let evidence = LocalizedText(ja: "証明", en: "Proof")
  static let evidenceText = LocalizedText(
    ja: """
      ソルトと内容をつなげたSHA-256が、葉の最後の32バイトです。葉のハッシュと経路のハッシュから、署名されたルートハッシュを計算できます（RFC 6962）。
      """,
    en: """
      SHA-256 of salt and content is the last 32 bytes of the leaf. The leaf's hash and the hashes of the path lead to the signed root hash (RFC 6962).
      """)
  static let leaf = LocalizedText(ja: "葉", en: "Leaf")
  static let salt = LocalizedText(ja: "ソルト", en: "Salt")
  static let content = LocalizedText(ja: "内容（JSON）", en: "Content (JSON)")
  static let path = LocalizedText(ja: "経路", en: "Path")

  static func entry(_ index: Int64) -> LocalizedText {
    LocalizedText(ja: "記録 \(index)", en: "Entry \(index)")
  }
}
