/// Tells that a dictionary is missing or is none.
public struct DictionaryError: Error, Hashable, CustomStringConvertible {
  /// The folder in which it was looked for.
  public let folder: String

  /// What to do about it.
  public var description: String {
    "\(folder) holds no dictionary that MeCab can read; install mecab-ipadic-utf8"
  }
}
