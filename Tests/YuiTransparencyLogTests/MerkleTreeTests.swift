import Testing
import YuiTransparencyLog

@Suite("The Merkle tree")
struct MerkleTreeTests {
  static let size: Int64 = 130
  let leaves: [[UInt8]]
  let log: MemoryLog
  let roots: [Digest]

  init() throws {
    let leaves = (0..<Self.size).map { Array("entry \($0)".utf8) }
    let log = MemoryLog()
    for leaf in leaves { try log.append([leaf]) }
    self.leaves = leaves
    self.log = log
    roots = (0...Int(Self.size)).map { Self.treeHash(leaves[..<$0]) }
  }

  /// MTH of RFC 6962 section 2.1, word for word and without any stored hash.
  static func treeHash(_ leaves: ArraySlice<[UInt8]>) -> Digest {
    guard let first = leaves.first else { return SHA256.hash([]) }
    if leaves.count == 1 { return SHA256.hash([0x00] + first) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let left = treeHash(leaves.prefix(half))
    let right = treeHash(leaves.dropFirst(half))
    return SHA256.hash([0x01] + left.bytes + right.bytes)
  }

  @Test("Every root follows the definition")
  func everyRoot() throws {
    for size in 0...Self.size {
      #expect(try MerkleTree.rootHash(size: size, reader: log) == roots[Int(size)])
    }
  }

  @Test("Every leaf of every size has a proof that holds, and for no other place")
  func everyInclusion() throws {
    for size in 1...Self.size {
      for index in 0..<size {
        let proof = try MerkleTree.inclusionProof(index: index, size: size, reader: log)
        let hash = MerkleTree.leafHash(leaves[Int(index)])
        let holds = { (index: Int64, size: Int64, root: Digest, proof: [Digest]) in
          MerkleTree.verifyInclusion(
            leafHash: hash, index: index, size: size, root: root, proof: proof)
        }
        let root = roots[Int(size)]
        guard
          holds(index, size, root, proof),
          !holds(index + 1, size, root, proof), !holds(index - 1, size, root, proof),
          !holds(index, size, roots[Int(size) - 1], proof),
          !holds(index, size, root, proof + [root]), !holds(index, size, root, [root] + proof),
          proof.isEmpty || !holds(index, size, root, proof.dropLast())
        else {
          Issue.record("leaf \(index) of \(size)")
          return
        }
      }
    }
  }

  @Test("Every pair of sizes has a consistency proof that holds, and for no other pair of roots")
  func everyConsistency() throws {
    for second in 0...Self.size {
      for first in 0...second {
        let proof = try MerkleTree.consistencyProof(first: first, second: second, reader: log)
        let holds = { (firstRoot: Digest, secondRoot: Digest, proof: [Digest]) in
          MerkleTree.verifyConsistency(
            first: first, firstRoot: firstRoot, second: second, secondRoot: secondRoot,
            proof: proof)
        }
        let (firstRoot, secondRoot) = (roots[Int(first)], roots[Int(second)])
        let other = MerkleTree.leafHash([0xFF])
        guard
          holds(firstRoot, secondRoot, proof),
          !holds(other, secondRoot, proof), first == 0 || !holds(firstRoot, other, proof),
          !holds(firstRoot, secondRoot, proof + [other]),
          proof.isEmpty || !holds(firstRoot, secondRoot, proof.dropLast())
        else {
          Issue.record("\(first) in \(second)")
          return
        }
      }
    }
  }

  @Test(
    "A flipped bit in any byte of leaf or proof is detected",
    arguments: [1, 2, 3, 7, 8, 13, 64, 65, 130] as [Int64])
  func tampering(size: Int64) throws {
    let root = roots[Int(size)]
    for index in [0, size / 2, size - 1] {
      let leaf = leaves[Int(index)]
      let proof = try MerkleTree.inclusionProof(index: index, size: size, reader: log)
      for tampered in flips(of: leaf) {
        #expect(
          !MerkleTree.verifyInclusion(
            leafHash: MerkleTree.leafHash(tampered), index: index, size: size, root: root,
            proof: proof))
      }
      for tampered in flips(of: proof) {
        #expect(
          !MerkleTree.verifyInclusion(
            leafHash: MerkleTree.leafHash(leaf), index: index, size: size, root: root,
            proof: tampered))
      }
      let first = index + 1
      let consistency = try MerkleTree.consistencyProof(first: first, second: size, reader: log)
      for tampered in flips(of: consistency) {
        #expect(
          !MerkleTree.verifyConsistency(
            first: first, firstRoot: roots[Int(first)], second: size, secondRoot: root,
            proof: tampered))
      }
    }
  }

  private func flips(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { index in
      var copy = bytes
      copy[index] ^= 1 << (index % 8)
      return copy
    }
  }

  private func flips(of proof: [Digest]) -> [[Digest]] {
    proof.indices.flatMap { index in
      flips(of: proof[index].bytes).compactMap { bytes in
        var copy = proof
        guard let digest = Digest(bytes) else { return nil }
        copy[index] = digest
        return copy
      }
    }
  }

  @Test("Leaves appended in batches are stored as if appended one by one")
  func batches() throws {
    let batched = MemoryLog()
    var rest = leaves[...]
    var count = 0
    while !rest.isEmpty {
      try batched.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
      count += 1
    }
    #expect(batched.hashes == log.hashes)
  }

  @Test("Appending reads few hashes, in a batch no more than for one leaf")
  func reads() throws {
    let log = MemoryLog()
    for leaf in leaves.prefix(127) {
      log.resetReads()
      try log.append([leaf])
      #expect(log.reads <= 7)
    }
    log.resetReads()
    try log.append(Array(leaves[127...]))
    #expect(log.reads <= 7)
  }

  @Test("Places beyond the log are refused")
  func ranges() {
    #expect(throws: LogRangeError.self) {
      try MerkleTree.inclusionProof(index: 5, size: 5, reader: log)
    }
    #expect(throws: LogRangeError.self) {
      try MerkleTree.inclusionProof(index: -1, size: 5, reader: log)
    }
    #expect(throws: LogRangeError.self) {
      try MerkleTree.consistencyProof(first: 6, second: 5, reader: log)
    }
    #expect(throws: LogRangeError.self) { try MerkleTree.rootHash(size: -1, reader: log) }
    #expect(throws: LogRangeError.self) { try MerkleTree.rootHash(size: .max, reader: log) }
  }

  @Test("Absurd sizes from an untrusted log are simply wrong", arguments: [Int64.max, .min, -1])
  func untrusted(size: Int64) {
    let hash = roots[1]
    let proof = Array(repeating: hash, count: 100)
    for index in [Int64.max, .max - 1, 0, -1, .min] {
      #expect(
        !MerkleTree.verifyInclusion(
          leafHash: hash, index: index, size: size, root: hash, proof: proof))
      #expect(
        !MerkleTree.verifyConsistency(
          first: index, firstRoot: hash, second: size, secondRoot: hash, proof: proof))
    }
  }
}
