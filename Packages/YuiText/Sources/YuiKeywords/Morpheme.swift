import CMeCab

/// A word as MeCab cuts it, with what the dictionary says of its kind.
struct Morpheme {
  /// What a word is to the search for keywords.
  enum Kind { case noun, prefix, suffix, other }

  let surface: String
  let kind: Kind

  /// Takes a node of MeCab's, valid only while the tagger and the text are.
  init(_ node: mecab_node_t) {
    guard let start = node.surface, let feature = node.feature,
      node.stat == MECAB_NOR_NODE || node.stat == MECAB_UNK_NODE
    else {
      (surface, kind) = ("", .other)
      return
    }
    surface = start.withMemoryRebound(to: UInt8.self, capacity: Int(node.length)) { bytes in
      String(decoding: UnsafeBufferPointer(start: bytes, count: Int(node.length)), as: UTF8.self)
    }
    kind = Self.kind(of: String(cString: feature))
  }

  /// Reads the parts of speech of ipadic: `名詞,一般,*,*,…`.
  private static func kind(of feature: String) -> Kind {
    let parts = feature.split(separator: ",", maxSplits: 3)
    guard parts.count > 2 else { return .other }
    switch (parts[0], parts[1], parts[2]) {
    case ("名詞", "一般", _), ("名詞", "サ変接続", _), ("名詞", "固有名詞", _),
      ("名詞", "形容動詞語幹", _), ("名詞", "ナイ形容詞語幹", _):
      return .noun
    case ("名詞", "接尾", "一般"), ("名詞", "接尾", "地域"), ("名詞", "接尾", "サ変接続"): return .suffix
    case ("接頭詞", "名詞接続", _): return .prefix
    default: return .other
    }
  }
}
