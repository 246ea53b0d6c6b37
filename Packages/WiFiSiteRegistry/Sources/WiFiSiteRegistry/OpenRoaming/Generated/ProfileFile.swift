import YuiText

/// A file that is made of a profile, by the name under which it is downloaded.
enum ProfileFile: String, CaseIterable, Sendable, LosslessStringConvertible {
  case hostapd = "hostapd.conf"
  case radsecproxy = "radsecproxy.conf"
  case lookup = "openroaming-lookup"
  case freeRADIUS = "freeradius-openroaming"
  case apple = "openroaming.mobileconfig"
  case android = "openroaming-android.config"

  init?(_ description: String) { self.init(rawValue: description) }
  var description: String { rawValue }

  /// The content.
  ///
  /// - Throws: what the profile lacks for it.
  func content(of profile: OpenRoamingProfile) throws(ValueProblem) -> String {
    switch self {
    case .hostapd: try HostapdConfiguration.text(of: profile)
    case .radsecproxy: RadsecproxyConfiguration.text(of: profile)
    case .lookup: LookupScript.text
    case .freeRADIUS: try FreeRADIUSSite.text(of: profile)
    case .apple: try AppleProfile.text(of: profile)
    case .android: try AndroidSubscription.text(of: profile)
    }
  }

  var mediaType: String {
    switch self {
    case .hostapd, .radsecproxy, .lookup, .freeRADIUS: "text/plain; charset=utf-8"
    case .apple: "application/x-apple-aspen-config"
    case .android: "application/x-wifi-config"
    }
  }

  /// What it is for.
  var purpose: LocalizedText {
    switch self {
    case .hostapd: LocalizedText(ja: "アクセスポイント（hostapd）", en: "Access point (hostapd)")
    case .radsecproxy:
      LocalizedText(ja: "認証の中継（radsecproxy）", en: "Proxy to OpenRoaming (radsecproxy)")
    case .lookup:
      LocalizedText(ja: "接続先を探すプログラム（radsecproxy用）", en: "Finds a realm's server (for radsecproxy)")
    case .freeRADIUS:
      LocalizedText(ja: "アクセスポイントの受付（FreeRADIUS）", en: "Answers access points (FreeRADIUS)")
    case .apple: LocalizedText(ja: "iPhone・Mac用のひな形", en: "Template for iPhone and Mac")
    case .android: LocalizedText(ja: "Android用のひな形", en: "Template for Android")
    }
  }
}
