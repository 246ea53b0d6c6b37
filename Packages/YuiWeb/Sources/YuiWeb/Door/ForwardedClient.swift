/// Reads what trusted proxies tell about the client.
enum ForwardedClient {
  /// The client's address: the rightmost one that isn't a trusted proxy, since whoever is further
  /// left wrote what they liked.
  static func address(
    peer: PeerAddress?, forwardedFor: String?, isTrusted: (PeerAddress) -> Bool
  ) -> PeerAddress? {
    guard let forwardedFor else { return peer }
    var nearest = peer
    for text in forwardedFor.split(separator: ",").reversed() {
      // Where a proxy writes what is no address, nothing is known of the client.
      guard let address = PeerAddress(text.filter { $0 != " " }) else { return nil }
      nearest = address
      if !isTrusted(address) { break }
    }
    return nearest
  }
}
