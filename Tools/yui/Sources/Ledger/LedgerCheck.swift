import YuiTransparencyLog

/// What a check of a ledger found, of which nothing but what is public was read.
struct LedgerCheck {
  let checkpoint: Checkpoint
  let note: SignedNote
  /// Whose signature stands under it; nil where there was no key to check it with.
  let signer: NoteKey?
  /// How many of the server's own proofs were followed.
  let proofs: Int

  /// Reads a ledger whole and recomputes it.
  ///
  /// - Parameters:
  ///   - key: whose signature is wanted; nil for the key that the source names.
  ///   - earlier: a checkpoint that was kept, with which the ledger must begin.
  /// - Throws: `CommandFailure` with the first thing that is wrong.
  init(
    _ source: some LedgerSource, key: NoteKey?, earlier: SignedNote?,
    progress: (Int64, Int64) -> Void
  ) throws {
    note = try Self.note(try source.checkpoint(), of: source.name)
    checkpoint = try Self.checkpoint(note, of: source.name)
    signer = try Self.signer(checkpoint, key: key, source)
    if let signer, !note.isSigned(by: signer) {
      throw Self.changed("the checkpoint is not signed by \(signer)")
    }
    let log = try Self.recompute(checkpoint, from: source, progress)
    guard try MerkleTree.rootHash(size: checkpoint.size, reader: log) == checkpoint.root else {
      throw Self.changed(
        "the \(checkpoint.size) entries do not have the root that the checkpoint names")
    }
    if let earlier { try Self.compare(earlier, with: log, checkpoint, signer) }
    proofs = try Self.followProofs(of: log, checkpoint, source)
  }

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
    return checkpoint
  }

  private static func signer(
    _ checkpoint: Checkpoint, key: NoteKey?, _ source: some LedgerSource
  ) throws -> NoteKey? {
    if let key {
      guard key.name == checkpoint.origin else {
        throw changed("the checkpoint is of '\(checkpoint.origin)', the key of '\(key.name)'")
      }
      return key
    }
    return try source.publicKey().flatMap { NoteKey(name: checkpoint.origin, publicKey: $0) }
  }

  private static func recompute(
    _ checkpoint: Checkpoint, from source: some LedgerSource, _ progress: (Int64, Int64) -> Void
  ) throws -> HashList {
    var log = HashList()
    while log.size < checkpoint.size {
      for leaf in try source.leaves(from: log.size, size: checkpoint.size) {
        guard LogLeaf(leaf) != nil else {
          throw changed("entry \(log.size) is no leaf of a ledger")
        }
        try log.append(leaf)
      }
      progress(log.size, checkpoint.size)
    }
    return log
  }

  private static func compare(
    _ earlier: SignedNote, with log: HashList, _ checkpoint: Checkpoint, _ signer: NoteKey?
  ) throws {
    let old = try Self.checkpoint(earlier, of: "the earlier checkpoint")
    guard old.origin == checkpoint.origin else {
      throw changed("it is another ledger: '\(old.origin)' before, '\(checkpoint.origin)' now")
    }
    if let signer, !earlier.isSigned(by: signer) {
      throw CommandFailure("the earlier checkpoint is not signed by \(signer)")
    }
    guard old.size <= checkpoint.size else {
      throw changed("it has \(checkpoint.size) entries and had \(old.size)")
    }
    guard try MerkleTree.rootHash(size: old.size, reader: log) == old.root else {
      throw changed("its first \(old.size) entries are not those of the earlier checkpoint")
    }
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
