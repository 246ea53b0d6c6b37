import YuiText

/// Whether phones that look for realms and mobile networks can sign in.
///
/// A list that isn't whole lets them see the network, and fail without a word.
enum RealmRules {
  static func findings(of profile: OpenRoamingProfile) -> [Finding] {
    realms(profile) + sim(profile)
  }

  private static func realms(_ profile: OpenRoamingProfile) -> [Finding] {
    guard !profile.realms.isEmpty else {
      return [
        Finding(
          .noRealms, .hint,
          LocalizedText(
            ja: "NAIレルムがありません。RCOIを持つ端末は接続できますが、レルムで選ぶ端末は接続しません。",
            en: "There is no NAI realm: phones that know an RCOI join, those that choose by realm "
              + "don't."),
          remedy: LocalizedText(
            ja: "自団体や契約先のIdPがあれば、レルムとEAP方式を加えてください。例）0,example.org,21[2:4][5:7]",
            en:
              "If you or a partner run an identity provider, add its realm and EAP methods, such as "
              + "0,example.org,21[2:4][5:7]."))
      ]
    }
    return profile.realms.flatMap(findings(of:)) + certificates(profile)
  }

  private static func findings(of realm: NAIRealm) -> [Finding] {
    let name = realm.names.joined(separator: ";")
    if realm.methods.isEmpty {
      return [
        Finding(
          .realmWithoutMethod, .warning,
          LocalizedText(
            ja: "レルム \(name) にEAP方式がありません。端末は電波を見ても、黙って接続に失敗することがあります。",
            en:
              "The realm \(name) names no EAP method: phones see the network and may fail to join, "
              + "without a word."),
          remedy: LocalizedText(
            ja: "IdPが受け付ける方式を加えてください。例）\(EAPMethod.usual)",
            en: "Add the methods that its identity provider takes, such as \(EAPMethod.usual)."))
      ]
    }
    return unusedMethods(realm)
      + realm.methods.filter { $0.type == EAPMethod.usual.type && !$0.namesInner }.map { _ in
        Finding(
          .methodWithoutInner, .hint,
          LocalizedText(
            ja: "レルム \(name) のEAP-TTLSに内側の認証方式がありません。",
            en: "EAP-TTLS of \(name) doesn't say what is inside."),
          remedy: LocalizedText(
            ja: "\(EAPMethod.usual) のように加えてください。", en: "Add it, as in \(EAPMethod.usual)."))
      }
  }

  private static func unusedMethods(_ realm: NAIRealm) -> [Finding] {
    realm.methods.filter { !$0.isUsed }.map { method in
      Finding(
        .unusedMethod, .warning,
        LocalizedText(
          ja:
            "レルム \(realm.names.joined(separator: ";")) のEAP方式 \(method.type) は、Wi-Fiの認証に使われていない番号です。",
          en: "Nobody signs in to Wi-Fi by the EAP method \(method.type) that the realm "
            + "\(realm.names.joined(separator: ";")) names."),
        remedy: LocalizedText(
          ja: "番号を確かめてください。13（EAP-TLS）、21（EAP-TTLS）、25（PEAP）、18・23・50（SIM）などです。",
          en:
            "Check the number: 13 (EAP-TLS), 21 (EAP-TTLS), 25 (PEAP), 18, 23, 50 (SIM) are usual.")
      )
    }
  }

  private static func certificates(_ profile: OpenRoamingProfile) -> [Finding] {
    guard let realm = profile.passwordRealm, profile.serverNames.isEmpty else { return [] }
    return [
      Finding(
        .noServerNames, .hint,
        LocalizedText(
          ja: "\(realm) の認証サーバーの名前がありません。端末用ファイルを入れた人は、証明書を信頼するか尋ねられます。",
          en:
            "The name of the server that signs users of \(realm) in is missing: whoever installs the "
            + "file for phones is asked whether to trust its certificate."),
        remedy: LocalizedText(
          ja: "証明書に書かれたサーバー名を加えてください。", en: "Add the server's name as its certificate says it."))
    ]
  }

  private static func sim(_ profile: OpenRoamingProfile) -> [Finding] {
    let announced = Set(profile.cells.map(\.realm))
    let named = profile.realms.flatMap(\.cellularNetworks)
    var found: [Finding] = []
    if profile.realms.contains(where: \.usesSIM), profile.cells.isEmpty {
      found.append(
        Finding(
          .simWithoutCells, .warning,
          LocalizedText(
            ja: "SIMで認証するレルムがありますが、携帯電話網（MCC・MNC）の一覧が空です。SIMの端末は電波を見ても黙って失敗します。",
            en:
              "A realm signs in by SIM, but no mobile network (MCC, MNC) is listed: phones see the "
              + "network and fail without a word."),
          remedy: LocalizedText(
            ja: "対応する携帯電話会社のMCCとMNCを加えてください。例）440,10",
            en: "Add MCC and MNC of each mobile operator that takes part, such as 440,10.")))
    } else {
      found += named.filter { !announced.contains($0.realm) }.map { cell in
        Finding(
          .realmWithoutCell, .warning,
          LocalizedText(
            ja: "レルム \(cell.realm) の携帯電話網（\(cell)）が一覧にありません。",
            en: "The mobile network \(cell) of the realm \(cell.realm) is not listed."),
          remedy: LocalizedText(
            ja: "携帯電話網に \(cell) を加えてください。", en: "Add \(cell) to the mobile networks."))
      }
    }
    let realms = Set(named.map(\.realm))
    found += profile.cells.filter { !realms.contains($0.realm) }.map { cell in
      Finding(
        .cellWithoutRealm, .warning,
        LocalizedText(
          ja: "携帯電話網 \(cell) のレルム（\(cell.realm)）がNAIレルムにありません。",
          en: "The realm \(cell.realm) of the mobile network \(cell) is not among the NAI realms."),
        remedy: LocalizedText(
          ja: "NAIレルムに 0,\(cell.realm),18,23,50 を加えてください。",
          en: "Add 0,\(cell.realm),18,23,50 to the NAI realms."))
    }
    return found
  }
}

extension EAPMethod {
  /// Whether it says what is inside of its tunnel.
  fileprivate var namesInner: Bool { parameters.contains { $0.id == 2 || $0.id == 3 } }
}
