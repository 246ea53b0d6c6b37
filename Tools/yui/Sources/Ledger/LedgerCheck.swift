import YuiTransparencyLog

/// What a check of a ledger found, of which nothing but what is public was read.
struct LedgerCheck {
  let checkpoint: Checkpoint
  /// Whose signature stands under it.
  let signer: NoteKey
  /// How many contents were what their entries commit to; nil where there were none to compare.
  let contents: Int64?
  /// The size of the earlier checkpoint with which it begins; nil where none was given.
  let begun: Int64?
  /// How many of the server's own proofs were followed.
  let proofs: Int

  /// Reads a ledger whole and recomputes it.
  ///
  /// - Parameters:
  ///   - key: whose signature is wanted; nil for the key that the source names, or else the origin.
  ///   - earlier: a checkpoint that was kept, with which the ledger must begin.
  /// - Throws: `CommandFailure` with the first thing that is wrong.
  init(
    _ source: some LedgerSource, key: NoteKey?, earlier: SignedNote?,
    progress: (Int64, Int64) -> Void
  ) throws {
    let note = try Self.note(try source.checkpoint(), of: source.name)
    let checkpoint = try Self.checkpoint(note, of: source.name)
    let signer = try Self.signer(checkpoint, key: key, source)
    guard note.isSigned(by: signer) else {
      throw Self.changed("the checkpoint is not signed by \(signer)")
    }
    let (log, contents) = try Self.recompute(checkpoint, from: source, progress)
    guard try MerkleTree.rootHash(size: checkpoint.size, reader: log) == checkpoint.root else {
      throw Self.changed(
        "the \(checkpoint.size) entries do not have the root that the checkpoint names")
    }
    begun = try earlier.map { try Self.compare($0, with: log, checkpoint, signer) }
    (self.checkpoint, self.signer, self.contents) = (checkpoint, signer, contents)
    proofs = try Self.followProofs(of: log, checkpoint, source)
  }

  /// Their hashes fill some six gigabytes.
  private static let mostEntries: Int64 = 100_000_000

  private static func note(_ text: String, of name: String) throws -> SignedNote {
    guard let note = SignedNote(text) else {
      throw CommandFailure("\(name): what is given as checkpoint is no signed note")
    }
    return note
  }

  private static func checkpoint(_ note: SignedNote, of name: String) throws -> Checkpoint {
    guard let checkpoint = Checkpoint(note.text) else {
      throw CommandFailure("\(name): the signed note is no checkpoint")
    }
    guard checkpoint.size <= mostEntries else {
      throw CommandFailure("\(name): \(checkpoint.size) entries are more than this command reads")
    }
    return checkpoint
  }

  private static func signer(
    _ checkpoint: Checkpoint, key: NoteKey?, _ source: some LedgerSource
  ) throws -> NoteKey {
    if let key {
      guard key.name == checkpoint.origin else {
        throw changed("the checkpoint is of '\(checkpoint.origin)', the key of '\(key.name)'")
      }
      return key
    }
    // A ledger is named by its key; whose key that is, the tenant's document says.
    let named = checkpoint.origin.split(separator: "/").last.flatMap {
      PublicKey(multikey: String($0))
    }
    let told = try source.publicKey()
    if let told, let named, told != named {
      throw changed("did.json tells another key than the one that '\(checkpoint.origin)' names")
    }
    guard let publicKey = told ?? named,
      let key = NoteKey(name: checkpoint.origin, publicKey: publicKey)
    else {
      throw CommandFailure("\(source.name): nothing tells the key of '\(checkpoint.origin)': --key")
    }
    return key
  }

  private static func recompute(
    _ checkpoint: Checkpoint, from source: some LedgerSource, _ progress: (Int64, Int64) -> Void
  ) throws -> (log: HashList, contents: Int64?) {
    var log = HashList()
    var committed: Int64?
    while log.size < checkpoint.size {
      let start = log.size
      var leaves: [LogLeaf] = []
      for bytes in try source.leaves(from: start, size: checkpoint.size) {
        guard let leaf = LogLeaf(bytes) else {
          throw changed("entry \(log.size) is no leaf of a ledger")
        }
        leaves.append(leaf)
        try log.append(bytes)
      }
      let count = try compareContents(of: leaves, from: start, source)
      if let count { committed = (committed ?? 0) + count }
      progress(log.size, checkpoint.size)
    }
    return (log, committed)
  }

  /// Whether what entries are said to say is what their leaves commit to; how many say anything.
  private static func compareContents(
    of leaves: [LogLeaf], from start: Int64, _ source: some LedgerSource
  ) throws -> Int64? {
    var committed: Int64 = 0
    var next = start
    let end = start + Int64(leaves.count)
    while next < end {
      guard let contents = try source.contents(from: next, size: end) else { return nil }
      for content in contents {
        guard content.index == next else { throw changed("entry \(next) has no content") }
        switch content.isCommitted(by: leaves[Int(next - start)]) {
        case true?: committed += 1
        case false?: throw changed("what entry \(next) is shown to say is not what was written")
        case nil: break
        }
        next += 1
      }
    }
    return committed
  }

  private static func compare(
    _ earlier: SignedNote, with log: HashList, _ checkpoint: Checkpoint, _ signer: NoteKey
  ) throws -> Int64 {
    let old = try Self.checkpoint(earlier, of: "the earlier checkpoint")
    guard old.origin == checkpoint.origin else {
      throw changed("it is another ledger: '\(old.origin)' before, '\(checkpoint.origin)' now")
    }
    guard earlier.isSigned(by: signer) else {
      throw CommandFailure("the earlier checkpoint is not signed by \(signer)")
    }
    guard old.size <= checkpoint.size else {
      throw changed("it has \(checkpoint.size) entries and had \(old.size)")
    }
    guard try MerkleTree.rootHash(size: old.size, reader: log) == old.root else {
      throw changed("its first \(old.size) entries are not those of the earlier checkpoint")
    }
    return old.size
  }

  /// Follows proofs of the server, for some entries and earlier sizes all over the ledger.
  private static func followProofs(
    of log: HashList, _ checkpoint: Checkpoint, _ source: some LedgerSource
  ) throws -> Int {
    let size = checkpoint.size
    guard size > 0 else { return 0 }
    var followed = 0
    for index in Set([0, size / 3, size / 2, size - 1]).sorted() {
      guard let path = try source.inclusionProof(of: index, size: size) else { return followed }
      let leaf = try MerkleTree.leafHash(of: index, reader: log)
      guard
        MerkleTree.verifyInclusion(
          leafHash: leaf, index: index, size: size, root: checkpoint.root, proof: path)
      else { throw changed("the proof that entry \(index) is in it does not hold") }
      let first = index + 1
      guard let steps = try source.consistencyProof(from: first, to: size) else { return followed }
      guard
        MerkleTree.verifyConsistency(
          first: first, firstRoot: try MerkleTree.rootHash(size: first, reader: log),
          second: size, secondRoot: checkpoint.root, proof: steps)
      else {
        throw changed("the proof that it begins with its first \(first) entries does not hold")
      }
      followed += 2
    }
    return followed
  }

  private static func changed(_ what: String) -> CommandFailure {
    CommandFailure("THE LEDGER CANNOT BE TRUSTED: \(what)")
  }
}
