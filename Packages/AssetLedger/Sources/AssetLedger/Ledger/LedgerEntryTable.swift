import YuiHTML
import YuiTenancy
import YuiText

/// Entries of the ledger, one a row.
struct LedgerEntryTable: Component {
  let entries: [AssetLog.Entry]
  let language: Language

  var markup: HTML {
    DataTable(
      LedgerWording.entries[language],
      columns: [
        .init(LedgerWording.number[language]), .init(LedgerWording.at[language]),
        .init(LedgerWording.what[language]), .init(LedgerWording.asset[language]),
      ], rows: entries.map(row)
    ).markup
  }

  private func row(_ entry: AssetLog.Entry) -> [HTML] {
    // What cannot be read any more is shown as what it is: an entry whose words are gone.
    let content = try? entry.content()
    return [
      a(.href("\(LedgerPage.path)/\(entry.index)")) { "\(entry.index)" },
      HTML(entry.stored.at.text(language)),
      HTML(content?.kind.name[language] ?? LedgerWording.notOpen[language]),
      HTML(content?.subject ?? ""),
    ]
  }
}
