import YuiText
import YuiTransparencyLog
package import YuiWeb

/// `/.well-known/did.json`: the tenant's public keys, for whoever checks what it signed.
///
/// Format: W3C DID core with did:web, keys as Multikey.
package enum DIDDocument {
  // The identifier follows from the host that was called, so the answer is not kept.
  package static let route = Route.get("/.well-known/did.json", access: .anyone) {
    context, snapshot in
    let id = identifier(of: context.siteAddress)
    let keys = try TenantKeys.publicKeys(in: snapshot)
    let methods: [JSONValue] = keys.map { name, key in
      [
        "id": .string("\(id)#\(name)"), "type": "Multikey", "controller": .string(id),
        "publicKeyMultibase": .string(key.multikey),
      ]
    }
    let document: JSONValue = [
      "@context": [
        "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
      ],
      "id": .string(id),
      "verificationMethod": .array(methods),
      "assertionMethod": .array(keys.map { .string("\(id)#\($0.name)") }),
    ]
    return .bytes(document.bytes, contentType: "application/did+json")
  }.openToOtherOrigins()

  /// `did:web:131041.localhost%3A8080`: the host, with what a colon stands for before a port.
  static func identifier(of address: String) -> String {
    let host = address.split(separator: "/").last.map(String.init) ?? ""
    return "did:web:" + host.replacing(":", with: "%3A")
  }
}
