import CQREncode
import Glibc

/// A symbol as libqrencode makes it, given back to the library at the end.
struct Symbol: ~Copyable {
  private let code: UnsafeMutablePointer<QRcode>

  /// ECI 26: the bytes that follow are UTF-8, not the Latin-1 that the standard presumes.
  private static let utf8: UInt32 = 26

  init(_ text: String, correction: QRCode.Correction) throws(QRCodeError) {
    guard let input = QRinput_new2(0, correction.level) else { throw QRCodeError(.outOfMemory) }
    defer { QRinput_free(input) }
    if !text.utf8.allSatisfy({ $0 < 0x80 }), QRinput_appendECIheader(input, Self.utf8) != 0 {
      throw QRCodeError(.outOfMemory)
    }
    let bytes = Array(text.utf8)
    guard QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes) == 0,
      let code = QRcode_encodeInput(input)
    else { throw QRCodeError(errno == ERANGE ? .tooLong : .outOfMemory) }
    self.code = code
  }

  deinit { QRcode_free(code) }

  var size: Int { Int(code.pointee.width) }

  /// Row by row; the lowest bit of each byte says whether the module is dark.
  var modules: [Bool] {
    UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    }
  }
}
