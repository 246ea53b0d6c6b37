import YuiOpenData
import YuiTenancy
import YuiText

/// Why a position may be wrong; the asset is kept and marked.
enum PositionDoubt: String, CaseIterable, Sendable {
  /// No land of Japan is near.
  case atSea = "at-sea"
  /// It lies in another prefecture than its address.
  case otherPrefecture = "other-prefecture"

  var name: LocalizedText {
    switch self {
    case .atSea: LocalizedText(ja: "海の上か国外です", en: "It is at sea or abroad")
    case .otherPrefecture:
      LocalizedText(ja: "住所とは別の都道府県です", en: "It is in another prefecture than the address")
    }
  }

  /// What speaks against a position.
  ///
  /// - Parameter municipality: the code of where it should lie, if that is known.
  init?(of place: Coordinate, municipality: String?) {
    let possible = JapanLand.prefectures(near: place)
    if possible.isEmpty {
      self = .atSea
    } else if let prefecture = municipality.flatMap({ Int($0.prefix(2)) }),
      !possible.contains(prefecture)
    {
      self = .otherPrefecture
    } else {
      return nil
    }
  }
}

extension Asset {
  /// Works out what follows from the rest: in which municipality it lies, where nobody said so, and
  /// whether it can be where it is said to be.
  ///
  /// What was found out of a position that stays is not asked again: staff may know better.
  mutating func complete(replacing old: Asset?) {
    let found = old?.address.flatMap(Municipality.code(beginning:))
    let wasFound = old != nil && old?.municipality == found
    if municipality == nil || (wasFound && municipality == old?.municipality) {
      municipality = address.flatMap(Municipality.code(beginning:))
    }
    if old == nil || old?.place != place || old?.municipality != municipality {
      doubt = PositionDoubt(of: place, municipality: municipality)
    }
  }
}

/// Finds the municipality that an address begins with.
enum Municipality {
  /// The code of the municipality, or the prefecture where no more is said.
  static func code(beginning address: String) -> String? {
    var prefix = String(address.prefix(longest))
    while !prefix.isEmpty {
      if let code = codes[prefix] { return code }
      prefix.removeLast()
    }
    return nil
  }

  /// Names with their prefecture; without it where only one is called that.
  fileprivate static let codes: [String: String] = {
    var codes: [String: String] = [:]
    let short = Dictionary(grouping: LocalGovernment.all) { $0.county + $0.name }
    for (name, governments) in short where governments.count == 1 {
      codes[name] = governments[0].code
    }
    for government in LocalGovernment.all {
      codes[government.fullName] = government.code
      // 東京都八丈町: islands and many addresses leave the county out.
      let plain = government.prefecture + government.name
      if government.kind != .prefecture, codes[plain] == nil { codes[plain] = government.code }
    }
    return codes
  }()

  private static let longest = codes.keys.map(\.count).max() ?? 0
}

extension Municipality {
  /// The code of what is called exactly so.
  static func code(named name: String) -> String? { codes[name.trimmingWhitespace] }
}
