import FoundationEssentials
import YuiText

/// A subscription for Android (PPS-MO) in the MIME envelope that the browser takes, without a user's
/// name and password.
///
/// Android refuses one whose user name and password are empty, so the issuer has to fill them in.
enum AndroidSubscription {
  static func text(of profile: OpenRoamingProfile) throws(ValueProblem) -> String {
    let template = try DeviceTemplate(profile)
    return lines(of: envelope(around: document(template)))
  }

  /// The management object.
  static func document(_ template: DeviceTemplate) -> String {
    let names = template.profile.serverNames.map(\.description)
    let tree =
      [
        Node(
          "HomeSP",
          [
            Node("FriendlyName", template.operatorName), Node("FQDN", template.domain.description),
            Node(
              "RoamingConsortiumOI",
              template.consortia.map { $0.lowercased() }.joined(separator: ",")),
          ]),
        Node(
          "Credential",
          [
            Node("Realm", template.realm),
            Node(
              "UsernamePassword",
              [
                Node("Username", ""), Node("Password", ""),
                Node(
                  "EAPMethod",
                  [
                    Node("EAPType", "\(EAPMethod.usual.type)"), Node("InnerMethod", "MS-CHAP-V2"),
                  ]),
              ]),
          ]),
      ] + (names.isEmpty ? [] : [trusted(names)])
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(XMLText.comments(ProfileRules.findings(of: template.profile).flatMap(\.lines)))<MgmtTree xmlns="syncml:dmddf1.2">
        <VerDTD>1.2</VerDTD>
        <Node>
          <NodeName>PerProviderSubscription</NodeName>
          <RTProperties>
            <Type>
              <DDFName>urn:wfa:mo:hotspot2dot0-perprovidersubscription:1.0</DDFName>
            </Type>
          </RTProperties>
      \(Node("i001", tree).lines(indented: "    ").joined(separator: "\n"))
        </Node>
      </MgmtTree>

      """
  }

  /// The server that may be told the password.
  private static func trusted(_ names: [String]) -> Node {
    Node(
      "Extension",
      [
        Node(
          "Android",
          [
            Node("AAAServerTrustedNames", [Node("FQDN", names.joined(separator: ";"))])
          ])
      ])
  }

  /// A message of one part, whose boundary no base64 holds.
  private static func envelope(around document: String) -> String {
    let boundary = "_openroaming_"
    return """
      Content-Type: multipart/mixed; boundary=\(boundary)
      Content-Transfer-Encoding: base64

      --\(boundary)
      Content-Type: application/x-passpoint-profile
      Content-Transfer-Encoding: base64

      \(lines(of: document))
      --\(boundary)--

      """
  }

  /// The text in base64, in lines of 76 characters.
  private static func lines(of text: String) -> String {
    let encoded = Array(Data(text.utf8).base64EncodedString().utf8)
    return stride(from: 0, to: encoded.count, by: 76)
      .map { String(decoding: encoded[$0..<min($0 + 76, encoded.count)], as: UTF8.self) }
      .joined(separator: "\n")
  }

  private struct Node {
    let name: String
    let value: String?
    let children: [Node]

    init(_ name: String, _ value: String) {
      (self.name, self.value, children) = (name, value, [])
    }

    init(_ name: String, _ children: [Node]) {
      (self.name, value, self.children) = (name, nil, children)
    }

    func lines(indented indent: String) -> [String] {
      ["\(indent)<Node>", "\(indent)  <NodeName>\(name)</NodeName>"]
        + (value.map { ["\(indent)  <Value>\(XMLText.escaped($0))</Value>"] } ?? [])
        + children.flatMap { $0.lines(indented: indent + "  ") } + ["\(indent)</Node>"]
    }
  }
}
