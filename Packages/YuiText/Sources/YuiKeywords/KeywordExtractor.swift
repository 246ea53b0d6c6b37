import CMeCab
import Glibc
import YuiText

/// Finds the nouns of Japanese texts: what people write about.
///
/// MeCab cuts the text by a dictionary in the format of ipadic, encoded in UTF-8. An extractor
/// belongs to the thread that made it; it costs some milliseconds and shares the dictionary's pages
/// with all others.
///
/// ```swift
/// let extractor = try KeywordExtractor()
/// extractor.words(in: "駐車場が少なく、申請書の字が小さい。")  // ["駐車場", "申請書", "字"]
/// ```
public struct KeywordExtractor: ~Copyable {
  /// Where Debian's package mecab-ipadic-utf8 keeps the dictionary.
  public static let usualDictionary = "/var/lib/mecab/dic/ipadic-utf8"

  /// How much of a text is read, in Unicode scalars: no comment is longer.
  public static let longestText = 10_000

  /// The most different words found in one text.
  public static let mostWords = 100

  private let tagger: OpaquePointer

  /// Opens a dictionary.
  ///
  /// - Parameter dictionary: the folder that holds it.
  /// - Throws: ``DictionaryError`` where it is missing or cannot be read.
  public init(dictionary: String = usualDictionary) throws(DictionaryError) {
    // No configuration of the system's: it could name another dictionary or way of writing.
    let arguments = ["mecab", "-r", "/dev/null", "-d", dictionary]
    let copies = arguments.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    var pointers = copies
    guard let tagger = mecab_new(Int32(pointers.count), &pointers) else {
      throw DictionaryError(folder: dictionary)
    }
    self.tagger = tagger
  }

  deinit { mecab_destroy(tagger) }

  /// Returns the different nouns of a text, in the order in which they first come.
  ///
  /// Words that only stand for others or count (pronouns, numbers, bound nouns) are left out, and
  /// nouns come with their suffix: 申請書, not 申請. Width is folded (NFKC).
  public func words(in text: String) -> [String] {
    // Cut before and after: folding may make eighteen scalars of one.
    let folded = TextFolding.foldWidth(Self.head(of: text))
    var words: [String] = []
    var seen: Set<String> = []
    for piece in TextPieces(Self.head(of: folded)) {
      collect(from: piece) { word in
        if words.count < Self.mostWords, seen.insert(word).inserted { words.append(word) }
      }
    }
    return words
  }

  private static func head(of text: String) -> String {
    String(text.unicodeScalars.prefix(longestText))
  }

  private func collect(from piece: String, _ found: (String) -> Void) {
    var piece = piece
    piece.withUTF8 { bytes in
      // A byte that is no character of C would be another type of pointer.
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var assembly = NounAssembly()
        var node = mecab_sparse_tonode2(tagger, characters.baseAddress, characters.count)
        while let current = node {
          if let word = assembly.take(Morpheme(current.pointee)) { found(word) }
          node = UnsafePointer(current.pointee.next)
        }
        if let word = assembly.finish() { found(word) }
      }
    }
  }
}
