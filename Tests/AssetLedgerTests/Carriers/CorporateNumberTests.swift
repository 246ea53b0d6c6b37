import Testing
import YuiOpenData

@testable import AssetLedger

@Suite struct CorporateNumbers {
  @Test(
    "A corporate number is read with its check digit, and one with another is refused",
    arguments: [
      // 東京都, 国税庁, デジタル庁: the corporate number publication site of the National Tax Agency.
      ("8000020130001", "8000020130001"), ("7000012050002", "7000012050002"),
      ("８０００-０１２０１-００３８", "8000012010038"), ("8000020130002", nil), ("9000020130001", nil),
      ("800002013000", nil), ("80000201300010", nil), ("T8000020130001", nil),
    ])
  func numbers(text: String, number: String?) {
    #expect(CorporateNumber.reader.reading(of: text)?.value == number)
  }
}
