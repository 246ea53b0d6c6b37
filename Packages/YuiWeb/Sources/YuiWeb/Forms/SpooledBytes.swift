/// Bytes that begin in memory and go to a temporary file when they become many.
struct SpooledBytes: Sendable {
  private(set) var count = 0
  private var memory: [UInt8] = []
  private var file: TemporaryFile?

  /// Appends bytes; beyond `memoryBytes` they go to a file in `folder`.
  mutating func append(
    _ bytes: ArraySlice<UInt8>, memoryBytes: Int, folder: String
  ) throws(FormError) {
    if file == nil, count + bytes.count > memoryBytes {
      let memory = memory
      let file = try Self.kept { () throws(TemporaryFile.Failure) in
        let file = try TemporaryFile(in: folder)
        try file.append(memory[...])
        return file
      }
      self.memory = []
      self.file = file
    }
    if let file {
      try Self.kept { () throws(TemporaryFile.Failure) in try file.append(bytes) }
    } else {
      memory += bytes
    }
    count += bytes.count
  }

  var isInMemory: Bool { file == nil }

  func inMemory() throws(FormError) -> [UInt8] {
    try read(at: 0, count: count)
  }

  func read(at offset: Int, count wanted: Int) throws(FormError) -> [UInt8] {
    let start = min(max(offset, 0), count)
    let end = min(start + max(wanted, 0), count)
    guard let file else { return Array(memory[start..<end]) }
    return try Self.kept { () throws(TemporaryFile.Failure) in
      try file.read(at: start, count: end - start)
    }
  }
}

extension SpooledBytes {
  /// Runs work on the temporary file and says its failure as that of a form.
  private static func kept<Value>(
    _ work: () throws(TemporaryFile.Failure) -> Value
  ) throws(FormError) -> Value {
    do {
      return try work()
    } catch {
      throw FormError(
        .storage, error.description, at: "the server",
        remedy: "Try again later; the operator finds the folder for uploads full or closed")
    }
  }
}
