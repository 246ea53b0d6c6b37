import YuiText

/// What kind of place a site is in.
enum FacilityClass: String, CaseIterable, Sendable {
  case government
  case library
  case community
  case school
  case health
  case sports
  case culture
  case park
  case transport
  case tourism
  case phoneBox = "phone-box"
  case street
  case other

  var name: LocalizedText {
    switch self {
    case .government:
      LocalizedText(
        ja: "庁舎", en: "Government office", easy: "役所", zhHans: "政府办公楼", ko: "청사",
        vi: "Cơ quan hành chính")
    case .library:
      LocalizedText(
        ja: "図書館", en: "Library", zhHans: "图书馆", ko: "도서관", vi: "Thư viện")
    case .community:
      LocalizedText(
        ja: "公民館・集会施設", en: "Community centre", zhHans: "社区中心", ko: "주민 시설",
        vi: "Nhà văn hóa cộng đồng")
    case .school:
      LocalizedText(ja: "学校", en: "School", zhHans: "学校", ko: "학교", vi: "Trường học")
    case .health:
      LocalizedText(
        ja: "医療・福祉施設", en: "Health and welfare", easy: "病院・福祉の 施設", zhHans: "医疗福利设施",
        ko: "의료·복지 시설", vi: "Y tế và phúc lợi")
    case .sports:
      LocalizedText(
        ja: "スポーツ施設", en: "Sports facility", zhHans: "体育设施", ko: "체육 시설", vi: "Cơ sở thể thao")
    case .culture:
      LocalizedText(
        ja: "文化施設", en: "Culture", zhHans: "文化设施", ko: "문화 시설", vi: "Cơ sở văn hóa")
    case .park:
      LocalizedText(ja: "公園", en: "Park", zhHans: "公园", ko: "공원", vi: "Công viên")
    case .transport:
      LocalizedText(
        ja: "駅・バス停", en: "Station or bus stop", zhHans: "车站", ko: "역·버스 정류장",
        vi: "Nhà ga, trạm xe buýt")
    case .tourism:
      LocalizedText(
        ja: "観光施設", en: "Tourism", zhHans: "旅游设施", ko: "관광 시설", vi: "Điểm du lịch")
    case .phoneBox:
      LocalizedText(
        ja: "公衆電話", en: "Phone box", zhHans: "公用电话", ko: "공중전화", vi: "Bốt điện thoại")
    case .street:
      LocalizedText(
        ja: "道路・屋外", en: "Street", easy: "道・外", zhHans: "道路・户外", ko: "도로·야외",
        vi: "Đường phố")
    case .other:
      LocalizedText(ja: "その他", en: "Other", zhHans: "其他", ko: "기타", vi: "Khác")
    }
  }
}
