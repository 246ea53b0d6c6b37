import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiTransparencyLog
import YuiWeb

/// `/assets/ledger`: what became of the assets, in a record that cannot be bent, and how to check it.
struct LedgerPage {
  static let path = "/assets/ledger"
  private static let pageSize: Int64 = 50

  // The address of the site may follow from the host that was called, so the answer is not kept.
  static let route = Route.get(path, access: .anyone) { context, snapshot in
    try LedgerPage(context, in: snapshot).response
  }

  private let context: RequestContext
  private let checkpoint: Checkpoint?
  private let key: NoteKey?
  private let entries: [AssetLog.Entry]
  private let hasMore: Bool
  private let hasNewer: Bool
  private let isBehind: Bool

  private init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    checkpoint = try AssetLog.signed.checkpoint(in: source)
    key = try AssetLog.signed.key(in: source)
    let size = checkpoint?.size ?? 0
    let before = try context.request.query("before", as: Int64.self) ?? size
    let end = max(0, min(before, size))
    let start = max(0, end - Self.pageSize)
    entries = try AssetLog.entries(start..<end, in: source).reversed()
    hasMore = start > 0
    hasNewer = end < size
    isBehind = try AssetLog.isBehind(at: context.now, in: source)
  }

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      LedgerWording.title, breadcrumbs: [PageLink(AssetWording.title, "/assets")], width: .reading
    ) {
      p { LedgerWording.summary[language] }
      if isBehind {
        NotificationBanner(.warning, LedgerWording.behind[language], language: language)
      }
      if let checkpoint, let key {
        state(checkpoint, key)
        list
      } else {
        p { LedgerWording.unsigned[language] }
      }
    }
  }

  @HTMLBuilder private func state(_ checkpoint: Checkpoint, _ key: NoteKey) -> HTML {
    DescriptionList([
      .init(LedgerWording.size[language], NumberText.grouped(Int(checkpoint.size))),
      .init(LedgerWording.root[language]) { code { checkpoint.root.base64 } },
      .init(LedgerWording.key[language]) { code { key.description } },
    ])
    h2 { LedgerWording.howToCheck[language] }
    p { LedgerWording.howToCheckText[language] }
    p { code { "yui ledger verify \(context.siteAddress)" } }
    p {
      a(.href("\(LedgerAPI.path)/checkpoint")) { LedgerWording.checkpoint[language] }
    }
  }

  @HTMLBuilder private var list: HTML {
    h2 { LedgerWording.entries[language] }
    if entries.isEmpty {
      p { LedgerWording.empty[language] }
    } else {
      LedgerEntryTable(entries: entries, language: language)
    }
    Pagination(
      LedgerWording.entries[language],
      previous: hasNewer ? Self.path : nil,
      next: hasMore
        ? entries.last.map { context.request.target(setting: "before", to: "\($0.index)") } : nil,
      language: language)
  }
}
