/// A header field as it lies in the connection's memory, valid until its request is answered.
package struct HeaderField {
  package let name: UnsafeRawBufferPointer
  package let value: UnsafeRawBufferPointer

  package init(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    self.name = name
    self.value = value
  }

  /// Whether the name is `text`, which is given in lower case.
  func isNamed(_ text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount else { return false }
    let wanted = text.utf8Start
    for index in 0..<name.count where ASCII.lowercased(name[index]) != wanted[index] {
      return false
    }
    return true
  }
}
