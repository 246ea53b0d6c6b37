import YuiTransparencyLog

/// `yui ledger …`: checking a ledger from outside, with nothing but what everybody may read.
enum LedgerCommands {
  static let all = [verify]

  private static let verify = Command(
    "ledger verify",
    "recomputes a public ledger from a tenant's address, or from a folder with its files",
    parameters: ["URL|DIR"],
    options: [
      .value("key", "KEY", "who must have signed: name+id+base64; else who the origin names"),
      .value("since", "FILE", "a checkpoint kept earlier, with which the ledger must begin"),
      Workspace.jsonOption,
    ]
  ) { arguments, console in
    let place = arguments["URL|DIR"]
    let key = try arguments.value("key").map { text in
      guard let key = NoteKey(text) else {
        throw UsageError("--key is name+id+base64, as the page of the ledger shows it")
      }
      return key
    }
    let earlier = try arguments.value("since").map { path in
      let text = String(
        decoding: try InputFile.read(path, limit: SignedNote.longest), as: UTF8.self)
      guard let note = SignedNote(text) else {
        throw CommandFailure("\(path): no checkpoint as a ledger hands it out")
      }
      return note
    }
    let source: any LedgerSource =
      place.contains("://") ? try LedgerServer(place) : try LedgerFolder(place)
    let check = try LedgerCheck(source, key: key, earlier: earlier) { done, size in
      console.progress(Int(done), of: Int(size), "entries")
    }
    console.clearProgress()
    if arguments.has("json") {
      console.say(try JSONText.of(LedgerDocument(check)))
    } else {
      console.say("ledger intact: \(check.checkpoint.size) entries of \(check.checkpoint.origin)")
      console.say("root \(check.checkpoint.root.base64)")
      console.say("signed by \(check.signer)")
      if let contents = check.contents { console.say("\(contents) contents are what was written") }
      if let begun = check.begun { console.say("begins with the \(begun) entries kept earlier") }
    }
  }
}

/// A checked ledger as `--json` prints it.
struct LedgerDocument: Encodable {
  let origin: String
  let size: Int64
  /// In base64, as the checkpoint has it.
  let root: String
  let key: String
  let proofs: Int
  let contents: Int64?
  let since: Int64?

  init(_ check: LedgerCheck) {
    origin = check.checkpoint.origin
    size = check.checkpoint.size
    root = check.checkpoint.root.base64
    key = check.signer.description
    proofs = check.proofs
    contents = check.contents
    since = check.begun
  }
}
