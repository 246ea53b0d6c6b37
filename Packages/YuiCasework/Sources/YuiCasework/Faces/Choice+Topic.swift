import YuiHTML
import YuiText

extension [Choice] {
  /// The name of a topic; its code where nobody knows it any more.
  func name(of topic: String) -> LocalizedText {
    first { $0.value == topic }?.name ?? LocalizedText(everywhere: topic)
  }
}
