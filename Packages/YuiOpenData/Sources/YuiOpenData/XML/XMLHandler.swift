/// Is told what an XML document holds, in order.
protocol XMLHandler: AnyObject {
  /// An element begins; its name is without prefix and namespace.
  func start(_ element: String, _ attributes: XMLAttributes) throws
  /// A piece of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// The element that began last and has not ended yet ends.
  func end(_ element: String) throws
}
