import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite struct ProfilePagesTests {
  private static let root = "/staff/wifi/profiles"

  @Test(
    "An editor adds a profile, changes it and takes it away; the log tells what",
    arguments: Engine.allCases)
  func life(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let form = try editor.get(Self.root + "/new").text
    #expect(
      form.contains("5A03BA0000")
        && form.contains(#"name="security" value="WPA3-Enterprise" checked"#))
    let added = try editor.submit(.sample, to: "/new")
    #expect(added.status == 303)
    #expect(added.headers["Location"] == Self.root + "/libraries")
    let edit = "/libraries/edit"
    #expect(try editor.get(Self.root + edit).text.contains(#"value="図書館の無線LAN""#))
    for _ in 1...2 {
      let changed = try editor.submit(.sample.with([.wbaid: "other:jp"]), to: edit)
      #expect(changed.status == 303)
    }
    #expect(
      try tenant.store.read { try AuditLog.entries(before: .max, limit: 1, in: $0) }
        .first?.content?.event.details == ["wbaid": "OTHER:JP"])
    #expect(try editor.get(Self.root + "/libraries").text.contains("4OTHER:JP"))
    #expect(try editor.post(Self.root + "/libraries/remove", form: [:]).status == 303)
    #expect(try editor.get(Self.root + "/libraries").status == 404)
    #expect(
      try tenant.audited() == [
        "wifi.profile.added libraries", "wifi.profile.changed libraries",
        "wifi.profile.removed libraries",
      ])
  }

  @Test("Who saves second is told, and replaces nothing unasked", arguments: Engine.allCases)
  func overtaken(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample, to: "/new")
    let edit = "/libraries/edit"
    let stamp = try editor.get(Self.root + edit).value(of: "stamp")
    let first = ProfileDraft.sample.with([.wbaid: "first:jp"])
    #expect(try editor.submit(first, to: edit, stamp: stamp).status == 303)
    let second = ProfileDraft.sample.with([.ssid: "second"])
    let told = try editor.submit(second, to: edit, stamp: stamp)
    #expect(told.status == 409)
    #expect(told.text.contains("ほかの職員が先に変更しました"))
    #expect(try editor.get(Self.root + "/libraries").text.contains("4FIRST:JP"))
    let again = try editor.submit(second, to: edit, stamp: try told.value(of: "stamp"))
    #expect(again.status == 303)
    #expect(!(try editor.get(Self.root + "/libraries").text.contains("4FIRST:JP")))
  }

  @Test("A profile in use is not taken away", arguments: Engine.allCases)
  func inUse(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample, to: "/new")
    try tenant.add("図書館") { $0.profile = Slug("libraries") }
    #expect(!(try editor.get(Self.root + "/libraries").text.contains("/libraries/remove")))
    #expect(try editor.post(Self.root + "/libraries/remove", form: [:]).status == 409)
    #expect(try editor.get(Self.root + "/libraries").status == 200)
  }

  @Test(
    "What is wrong is told at the field, and what was entered is kept",
    arguments: Engine.allCases,
    [(.rcois, "5A03BA000"), (.venueNames, "<b>Library"), (.security, "Open"), (.ssid, "")]
      as [(ProfileDraft.Field, String)])
  func refused(engine: Engine, example: (field: ProfileDraft.Field, value: String)) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.submit(.sample.with([example.field: example.value]), to: "/new")
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field.rawValue)\""))
    #expect(answer.text.contains("wifi.city.example.lg.jp"))
    #expect(!answer.text.contains("<b>Library"))
    #expect(try tenant.audited() == [])
  }

  @Test("The list tells how many sites have a profile, and the worst that was found")
  func list() throws {
    let tenant = try WiFiTenant(.sqlite)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample, to: "/new")
    _ = try editor.submit(.sample.with([.nameEn: "Parks", .wbaid: "", .rcois: ""]), to: "/new")
    for number in 1...2 {
      try tenant.add("図書館\(number)") { $0.profile = Slug("libraries") }
    }
    let page = try editor.get(Self.root).text
    #expect(page.contains("問題なし") && page.contains("問題 2件"))
    #expect(page.contains(#"<td class="is-number">2</td>"#))
    #expect(page.contains(#"<td class="is-number">0</td>"#))
  }

  @Test("A page tells consortia in words, what was found, and hands out every file")
  func page() throws {
    let tenant = try WiFiTenant(.sqlite)
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let draft = ProfileDraft.sample.with([
      .rcois: "5A03BA0000\n004096\n5A03BA0400\n5A03BA1000", .frontEnd: "freeradius",
    ])
    _ = try editor.submit(draft, to: "/new")
    let page = try editor.get(Self.root + "/libraries").text
    #expect(page.contains("OpenRoaming（精算なし）：行政機関の利用者、匿名でよい、ブロンズ（基本の品質）"))
    #expect(page.contains("問合せのときだけ"))
    #expect(page.contains("EAP-TTLS（MSCHAPv2、ユーザー名とパスワード）"))
    #expect(page.contains("RCOIが4個あります"))
    let viewer = try tenant.client(.viewer, on: harness)
    let profile = try draft.profile()
    for file in ProfileFile.allCases {
      let answer = try viewer.get(Self.root + "/libraries/files/\(file)")
      #expect(answer.status == 200)
      #expect(answer.text == (try file.content(of: profile)))
      #expect(answer.headers["Content-Type"] == file.mediaType)
      #expect(
        answer.headers["Content-Disposition"] == "attachment; filename=\"libraries-\(file)\"")
    }
    #expect(try viewer.get(Self.root + "/libraries/files/passwd").status == 404)
    #expect(try editor.get(Self.root + "/libraries?lang=en").text.contains("Only if asked"))
  }

  @Test("A site has files of its own, with its name and its consortia", arguments: Engine.allCases)
  func site(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample, to: "/new")
    let site = try tenant.add("角筈\n図書館") { site in
      site.profile = Slug("libraries")
      site.rcois = [.legacy]
    }
    let stranger = try tenant.add("公園")
    let page = try editor.get(Self.root + "/libraries?site=\(site.id)").text
    #expect(page.contains("以前のRCOI"))
    #expect(page.contains("/libraries/files/hostapd.conf?site=\(site.id)"))
    let file = try editor.get(Self.root + "/libraries/files/hostapd.conf?site=\(site.id)").text
    #expect(file.contains("\nvenue_name=jpn:角筈 図書館\n"))
    #expect(file.contains("\nroaming_consortium=004096\n") && !file.contains("5a03ba0000"))
    for id in ["\(stranger.id)", "0190163d-8694-739b-aea5-966c26f8ad91"] {
      #expect(try editor.get(Self.root + "/libraries?site=\(id)").status == 404)
      #expect(try editor.get(Self.root + "/libraries/files/hostapd.conf?site=\(id)").status == 404)
    }
    #expect(try editor.get(Self.root + "/libraries?site=x").status == 400)
  }

  @Test("What a profile lacks for a file is said on its page, and instead of the file")
  func missing() throws {
    let tenant = try WiFiTenant(.sqlite)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample.with([.realms: ""]), to: "/new")
    let page = try editor.get(Self.root + "/libraries").text
    #expect(page.contains("EAP-TTLSのNAIレルムがありません"))
    #expect(!page.contains("files/openroaming.mobileconfig"))
    let answer = try editor.get(Self.root + "/libraries/files/openroaming.mobileconfig")
    #expect(answer.status == 409)
    #expect(answer.text.contains("EAP-TTLSのNAIレルムがありません"))
  }

  @Test("Who may only read sees profiles and files, and nothing that changes them")
  func viewer() throws {
    let tenant = try WiFiTenant(.sqlite)
    let harness = try tenant.serve()
    _ = try tenant.client(.editor, on: harness).submit(.sample, to: "/new")
    let viewer = try tenant.client(.viewer, on: harness)
    for page in ["", "/libraries"] {
      let text = try viewer.get(Self.root + page).text
      #expect(text.contains("図書館の無線LAN"))
      #expect(!text.contains("/edit") && !text.contains("/remove") && !text.contains("/new"))
    }
    for page in ["/new", "/libraries/edit"] {
      #expect(try viewer.get(Self.root + page).status == 403)
      #expect(try viewer.submit(.sample, to: page).status == 403)
    }
    #expect(try viewer.post(Self.root + "/libraries/remove", form: [:]).status == 403)
    let answer = try harness.client().get(Self.root + "/libraries/files/hostapd.conf")
    #expect(answer.status == 303)
  }

  @Test("No page of profiles searches the sites from end to end", arguments: Engine.allCases)
  func plans(engine: Engine) throws {
    let recorder = StatementRecorder()
    let tenant = try WiFiTenant(engine, recording: recorder)
    let editor = try tenant.client(.editor, on: tenant.serve())
    _ = try editor.submit(.sample, to: "/new")
    var ids: [UUIDv7] = []
    for number in 0..<300 {
      let site = try tenant.add("施設\(number)") { site in
        site.profile = number % 10 == 0 ? Slug("libraries") : nil
      }
      ids.append(site.id)
    }
    recorder.reset()
    for page in ["", "/libraries", "/libraries?site=\(ids[0])", "/libraries/edit"] {
      #expect(try editor.get(Self.root + page).status == 200, "\(page)")
    }
    #expect(try editor.post(Self.root + "/libraries/remove", form: [:]).status == 409)
    let small: Set = ["wifi_profiles", "yui_accounts", "yui_tokens"]
    for scan in try recorder.scans(in: tenant.store, except: small) { Issue.record("\(scan)") }
  }

  @Test("Names of people and places are text on every page")
  func markup() throws {
    let tenant = try WiFiTenant(.sqlite)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let name = "<script>alert(1)</script>"
    _ = try editor.submit(
      .sample.with([
        .nameJa: name, .nameEn: "a", .operatorNames: "jpn:\(name)", .venueNames: "jpn:\(name)",
        .ssid: "<b>\"'", .realms: "1,<i>,21[2:4]",
      ]), to: "/new")
    let site = try tenant.add(name) { $0.profile = Slug("a") }
    for page in ["", "/a", "/a/edit", "/a?site=\(site.id)"] {
      let text = try editor.get(Self.root + page).text
      #expect(!text.contains("<script>alert") && !text.contains("<b>\"'"), "\(page)")
    }
  }
}

extension TestClient {
  /// Sends the form of a page, filled in from what it was by its stamp; as it is now unless given.
  fileprivate func submit(
    _ draft: ProfileDraft, to path: String, stamp: String? = nil
  ) throws -> TestResponse {
    var fields = ProfileDraft.Field.allCases.filter { $0 != .security }
      .map { FormData.Field($0.rawValue, draft[$0]) }
    fields += draft.lines(of: .security).map { FormData.Field("security", $0) }
    if let stamp {
      fields.append(FormData.Field("stamp", stamp))
    } else if case let page = try get("/staff/wifi/profiles" + path), page.status == 200,
      path.hasSuffix("/edit")
    {
      fields.append(FormData.Field("stamp", try page.value(of: "stamp")))
    }
    if let antiForgeryToken { fields.append(FormData.Field(AntiForgery.field, antiForgeryToken)) }
    return try send(
      "POST", "/staff/wifi/profiles" + path,
      headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array(URLEncodedForm.encode(fields).utf8))
  }
}
