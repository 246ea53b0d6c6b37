import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite struct DocumentTests {
  // The signatures as the file formats have them: ISO 32000, PNG (third edition, 5.2), JFIF.
  @Test(
    "A document is what its first bytes say, whatever its name",
    arguments: [
      ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37], "pdf"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "png"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "jpeg"), ([0x3C, 0x68, 0x74, 0x6D, 0x6C, 0x3E], nil),
      ([0x50, 0x4B, 3, 4], nil), ([0x25, 0x50, 0x44, 0x46], nil), ([], nil),
    ] as [([UInt8], String?)])
  func kinds(bytes: [UInt8], kind: String?) {
    #expect(DocumentKind(of: bytes)?.rawValue == kind)
  }

  @Test(
    "A document comes back byte by byte, to be saved under a neutral name",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func roundTrip(engine: Engine, mode: SiteHarness.Mode) throws {
    let desk = try AssetDesk(engine, mode)
    try desk.tenant.add("A-1")
    let place = try desk.apply(desk.redPerson, "A-1")
    var bytes: [UInt8] = Array("%PDF-1.7\n".utf8)
    bytes.append(contentsOf: 0...255)
    try add(bytes, named: "../機密<b>.html", to: place, of: desk, expecting: 303)
    let page = try desk.redPerson.get(place).text
    #expect(page.contains("document-1.pdf") && !page.contains("機密"))
    let ids = try documents(of: place, desk).map(\.id)
    let own = try desk.redPerson.get("\(place)/documents/\(try #require(ids.first))")
    #expect(own.body == bytes)
    #expect(own.headers["Content-Type"] == "application/pdf")
    #expect(own.headers["Content-Disposition"] == "attachment; filename=\"document-1.pdf\"")
    #expect(own.headers["X-Content-Type-Options"] == "nosniff")
    let id = place.split(separator: "/").last ?? ""
    let staff = try desk.officer.get(
      "/staff/assets/applications/documents/\(id)/\(try #require(ids.first))")
    #expect(staff.body == bytes)
    #expect(staff.headers["Content-Disposition"]?.hasPrefix("attachment") == true)
  }

  @Test("What is no document, too large or one too many is refused", arguments: Engine.allCases)
  func refusals(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.apply(desk.redPerson, "A-1")
    try add(Array("<html>".utf8), named: "a.pdf", to: place, of: desk, expecting: 400)
    var large = [UInt8](repeating: 0, count: Document.mostBytes + 1)
    large.replaceSubrange(0..<5, with: Array("%PDF-".utf8))
    try add(large, named: "a.pdf", to: place, of: desk, expecting: 400)
    for _ in 1...Document.most {
      try add(Array("%PDF-1".utf8), named: "a.pdf", to: place, of: desk, expecting: 303)
    }
    try add(Array("%PDF-1".utf8), named: "a.pdf", to: place, of: desk, expecting: 409)
    #expect(try documents(of: place, desk).count == Document.most)
  }

  private func documents(of place: String, _ desk: AssetDesk) throws -> [Document] {
    let id = try #require(UUIDv7(String(place.split(separator: "/").last ?? "")))
    return try desk.tenant.store.read { try DocumentStore.documents(of: id, in: $0) }
  }

  private func add(
    _ bytes: [UInt8], named name: String, to place: String, of desk: AssetDesk,
    expecting status: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try desk.redPerson.post(
      "\(place)/documents", form: [:], file: "file", named: name, content: bytes)
    #expect(answer.status == status, sourceLocation: sourceLocation)
  }
}
