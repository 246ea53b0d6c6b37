/// How much content a route takes.
public enum BodyLimit {
  /// 64 KiB: a form or a JSON document.
  public static let form = 64 * 1024
  /// 32 MiB: a file to import.
  public static let file = 32 * 1024 * 1024
}
