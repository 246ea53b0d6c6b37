import Testing
import YuiOpenData
import YuiText

@testable import AssetLedger

@Suite("How cells and forms are read")
struct AssetReadersTests {
  @Test(
    "What people write for the same is read as one thing",
    arguments: [
      ("area_m2", "1,234.5㎡", "1234.5"), ("area_m2", "１２３４．５", "1234.5"),
      ("area_m2", "1234.5 m2", "1234.5"), ("area_m2", "500平方メートル", "500"),
      ("height_m", "12m", "12"), ("height_m", "１２．５メートル", "12.5"),
      ("street_distance_m", "0", "0"), ("storeys", "地上9階", nil), ("storeys", "9階建", "9"),
      ("storeys", "９F", "9"), ("built_year", "1970年", "1970"), ("built_year", "昭和45年", "1970"),
      ("built_year", "S45", "1970"), ("built_year", "昭和64", "1989"), ("built_year", "令和元年", "2019"),
      ("power", "あり", "available"), ("power", "○", "available"), ("power", "無", "none"),
      ("power", "屋上に空き回路", "屋上に空き回路"), ("load", "300kg/㎡", "300kg/㎡"),
      ("sharing_allowed", "可", "yes"), ("sharing_allowed", "TRUE", "yes"),
      ("sharing_allowed", "不可", "no"), ("sharing_allowed", "たぶん", nil),
      ("legal_basis", "使用許可", "permit"), ("legal_basis", "貸付", "lease"),
      ("availability", "協議中", "negotiating"), ("publish", "ＰＵＢＬＩＣ", "public"),
      ("class", "街路灯", "street-light"), ("class", "バス停", "bus-stop"), ("class", "城", nil),
      ("unsuitable_reason", "構造・荷重", "structure"), ("unsuitable_reason", "自転車置場", "自転車置場"),
      ("constraints", "文化財、学校・保育施設", "heritage;school"), ("constraints", "お堀", nil),
      ("municipality_code", "13104", "131041"), ("municipality_code", "東京都新宿区", "131041"),
      ("municipality_code", "１３１０４１", "131041"), ("municipality_code", "131040", nil),
      ("verified_on", "令和8年2月28日", "2026-02-28"), ("roof_shape", "平ら", nil),
      ("roof_area_m2", "-1", nil), ("height_m", "1,23", nil), ("height_m", "高い", nil),
      ("owner", "a\u{7}b", nil), ("note", "1行目\n2行目", "1行目\n2行目"),
    ] as [(String, String, String?)])
  func reading(field: String, written: String, read: String?) throws {
    let field = try #require(AssetField.named(field))
    var asset = try Asset.full()
    let problem = field.take(written, &asset)
    #expect((problem == nil) == (read != nil), "\(problem?[.en] ?? "no problem")")
    if let read { #expect(field.text(of: asset) == read) }
  }

  @Test(
    "An id is the owner's text, if an address can hold it",
    arguments: [
      ("1", "1"), ("新宿-001", "新宿-001"), (" B 1 ", "B 1"), ("", nil), ("a/b", nil),
      ("a\\b", nil), ("..", nil), ("a\u{0}b", nil), ("a\u{202E}b", nil),
      (String(repeating: "x", count: 64), String(repeating: "x", count: 64)),
      (String(repeating: "x", count: 65), nil),
    ] as [(String, String?)])
  func ids(text: String, id: String?) {
    #expect(AssetID(text)?.description == id)
  }

  @Test(
    "An address tells the municipality",
    arguments: [
      ("東京都新宿区西新宿2-8-1", "131041"), ("新宿区西新宿2-8-1", "131041"),
      ("東京都西多摩郡瑞穂町箱根ケ崎", "133035"), ("東京都八丈町大賀郷", "134015"),
      ("東京都", "130001"), ("見本町1-1", nil), ("", nil),
    ] as [(String, String?)])
  func municipality(address: String, code: String?) {
    #expect(Municipality.code(beginning: address) == code)
  }
}
