import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiTransparencyLog
import YuiWeb

/// `/assets/ledger/{index}`: one entry, what it says, and all that is needed to prove it.
struct LedgerEntryPage {
  static let route = Route.get(
    "\(LedgerPage.path)/{index}", access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    try LedgerEntryPage(context, in: snapshot).response
  }

  private let context: RequestContext
  private let checkpoint: Checkpoint
  private let entry: AssetLog.Entry
  private let content: LedgerEntry?
  private let proof: [Digest]

  private init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    let index = try context.request.parameter("index", as: Int64.self)
    guard let checkpoint = try AssetLog.signed.checkpoint(in: source),
      0..<checkpoint.size ~= index,
      let entry = try AssetLog.entries(index..<index + 1, in: source).first
    else { throw HTTPProblem.notFound }
    self.checkpoint = checkpoint
    self.entry = entry
    content = try entry.content()
    proof = try AssetLog.signed.log.inclusionProof(
      of: index, size: checkpoint.size, in: source)
  }

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      LedgerWording.entry(entry.index),
      breadcrumbs: [
        PageLink(AssetWording.title, "/assets"), PageLink(LedgerWording.title, LedgerPage.path),
      ], width: .reading
    ) {
      DescriptionList(facts)
      if let content {
        said(content)
      } else {
        p { LedgerWording.notOpenText[language] }
      }
      evidence
    }
  }

  private var facts: [DescriptionList.Item] {
    var items = [DescriptionList.Item(LedgerWording.at[language], entry.stored.at.text(language))]
    if let content {
      items.append(.init(LedgerWording.what[language], content.kind.name[language]))
      items.append(
        .init(LedgerWording.asset[language]) {
          if let asset = AssetID(content.subject) {
            a(.href(asset.address)) { content.subject }
          } else {
            content.subject
          }
        })
    }
    return items
  }

  private func said(_ content: LedgerEntry) -> HTML {
    DataTable(
      LedgerWording.said[language],
      columns: [
        .init(LedgerWording.field[language]), .init(LedgerWording.before[language]),
        .init(LedgerWording.after[language]),
      ],
      rows: content.fields.map { field in
        [AssetField.named(field.name)?.label[language] ?? field.name, field.before, field.after]
      }
    ).markup
  }

  private var evidence: HTML {
    details {
      summary { LedgerWording.evidence[language] }
      p { LedgerWording.evidenceText[language] }
      DescriptionList(
        [
          item(LedgerWording.leaf, Base64.encode(entry.stored.leaf.bytes)),
          entry.opened.map { item(LedgerWording.salt, Base64.encode($0.salt.bytes)) },
          entry.opened.map { item(LedgerWording.content, $0.content) },
          item(LedgerWording.size, "\(checkpoint.size)"),
          item(LedgerWording.root, checkpoint.root.base64),
        ].compactMap { $0 }
          + [
            DescriptionList.Item(LedgerWording.path[language]) {
              for hash in proof { p { code { hash.base64 } } }
            }
          ])
    }
  }

  private func item(_ name: LocalizedText, _ value: String) -> DescriptionList.Item {
    DescriptionList.Item(name[language]) { code { value } }
  }
}
