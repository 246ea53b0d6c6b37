/// The text of an element that holds `t`, by itself or in runs (`r`); readings (`rPh`) are left out.
struct RichText {
  private let mostBytes: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isTooLong = false
  private var isInText = false
  private var readings = 0

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  mutating func start(_ element: String) {
    if element == "rPh" { readings += 1 }
    if element == "t" { isInText = readings == 0 }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInText, !isTooLong else { return }
    if bytes.count + piece.count > mostBytes { isTooLong = true } else { bytes += piece }
  }

  mutating func end(_ element: String) {
    if element == "rPh" { readings -= 1 }
    if element == "t" { isInText = false }
  }
}
