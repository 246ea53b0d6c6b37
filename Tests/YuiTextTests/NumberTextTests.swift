import Testing
import YuiText

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "Whole numbers are grouped by three",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (20_096, "20,096"), (1_234_567, "1,234,567"),
      (-1_000, "-1,000"), (-100, "-100"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func grouped(number: Int, text: String) {
    #expect(NumberText.grouped(number) == text)
  }

  @Test(
    "Decimals are rounded as a person rounds what is printed",
    arguments: [
      (2.4, 2, "2.40"), (2.404, 2, "2.40"), (1.005, 2, "1.01"), (2.675, 2, "2.68"),
      (0.125, 2, "0.13"), (2.5, 0, "3"), (0.5, 0, "1"), (0.4, 0, "0"), (0.05, 1, "0.1"),
      (0.04, 1, "0.0"), (0.004, 1, "0.0"), (9.995, 2, "10.00"), (99.95, 1, "100.0"),
      (-1.25, 1, "-1.3"), (-0.001, 1, "0.0"), (0, 2, "0.00"), (1e-5, 5, "0.00001"),
      (1e-5, 2, "0.00"), (1e20, 0, "100,000,000,000,000,000,000"), (1234.5, 1, "1,234.5"),
      (1e16, 2, "10,000,000,000,000,000.00"), (0.999, 0, "1"), (.leastNonzeroMagnitude, 1, "0.0"),
      (.nan, 1, "–"), (.infinity, 1, "–"),
    ])
  func fixed(number: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(number, decimals: decimals) == text)
  }

  @Test(
    "Shares are written in per cent",
    arguments: [
      (0.18, 0, "18%"), (1, 0, "100%"), (0, 0, "0%"), (0.285, 0, "29%"), (0.0719, 1, "7.2%"),
      (0.5, 2, "50.00%"), (0.001, 0, "0%"), (.nan, 0, "–"),
    ])
  func percent(share: Double, decimals: Int, text: String) {
    #expect(NumberText.percent(share, decimals: decimals) == text)
  }
}
