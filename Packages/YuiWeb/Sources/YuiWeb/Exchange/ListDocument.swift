/// A page of a list as the API tells it: `{"items": […], "next": "…"|null}`, where `next` is what
/// `after` takes for the page that follows.
public struct ListDocument<Item: Encodable>: Encodable {
  private let items: [Item]
  private let next: String?

  /// Makes a page; `next` is `nil` for the last.
  public init(items: [Item], next: String?) {
    (self.items, self.next) = (items, next)
  }

  private enum CodingKeys: String, CodingKey { case items, next }

  /// Writes both, `next` also where it is null.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(items, forKey: .items)
    try values.encode(next, forKey: .next)
  }
}
