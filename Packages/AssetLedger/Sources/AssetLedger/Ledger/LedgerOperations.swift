import YuiWeb

/// What the OpenAPI document says of the ledger.
enum LedgerOperations {
  static let checkpoint = Operation(
    "Gives the signed state of the ledger",
    description:
      "A C2SP tlog-checkpoint: origin, size and root hash with an Ed25519 signature, whose key is in /.well-known/did.json.",
    tag: "assets", response: .init("text/plain", .string()), problems: [404])

  static let entries = Operation(
    "Gives leaves of the ledger",
    description:
      "From `start` to `end`, both among them; fewer where the ledger ends, and no more than 1,000. Their format is that of `docs/formats/transparency-log.md`.",
    tag: "assets", parameters: range,
    response: .json(.object(["entries": .array(.string(format: "byte"))], required: ["entries"])),
    problems: [400, 404])

  static let contents = Operation(
    "Gives what entries of the ledger say",
    description:
      "SHA-256 of salt and content is the commitment in the leaf. Both are null where not everybody may know, and after they were erased.",
    tag: "assets", parameters: range,
    response: .json(.object(["contents": .array(content)], required: ["contents"])),
    problems: [400, 404])

  static let inclusion = Operation(
    "Proves that an entry is in the ledger", description: "RFC 6962, section 2.1.1.",
    tag: "assets",
    parameters: [
      .init("index", .integer(minimum: 0), "The entry, from 0", isRequired: true),
      .init("size", .integer(minimum: 1), "Among how many entries", isRequired: true),
    ], response: .json(proof), problems: [400, 404])

  static let consistency = Operation(
    "Proves that the ledger begins with what it was", description: "RFC 6962, section 2.1.2.",
    tag: "assets",
    parameters: [
      .init("first", .integer(minimum: 0), "The smaller number of entries", isRequired: true),
      .init("second", .integer(minimum: 0), "The greater number of entries", isRequired: true),
    ], response: .json(proof), problems: [400, 404])

  private static let range: [Operation.Parameter] = [
    .init("start", .integer(minimum: 0), "The first entry, from 0", isRequired: true),
    .init("end", .integer(minimum: 0), "The last entry", isRequired: true),
  ]

  private static let proof = JSONSchema.object(
    ["hashes": .array(.string(format: "byte"))], required: ["hashes"])

  private static let content = JSONSchema.object(
    [
      "index": .integer(minimum: 0), "at": .string(format: "date-time"), "content": .string(),
      "salt": .string(format: "byte"),
    ], required: ["index", "at"])
}
