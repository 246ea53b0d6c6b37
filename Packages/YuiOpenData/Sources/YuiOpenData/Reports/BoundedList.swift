/// The first elements of a long list, and how many there were in all.
public struct BoundedList<Element> {
  /// The number of elements that are kept.
  public static var limit: Int { 200 }

  /// The first elements.
  public private(set) var first: [Element] = []
  /// The number of all elements, those not kept included.
  public private(set) var count = 0

  /// Creates an empty list.
  public init() {}

  /// Creates a list as it was kept elsewhere.
  package init(_ elements: some Sequence<Element>, of count: Int) {
    for element in elements { append(element) }
    self.count = max(count, first.count)
  }

  /// Whether nothing was added.
  public var isEmpty: Bool { count == 0 }

  /// Adds an element; beyond the limit it is only counted.
  public mutating func append(_ element: Element) { append(element, isKept: true) }

  /// Adds an element that is only counted where it need not be kept.
  mutating func append(_ element: Element, isKept: Bool) {
    count += 1
    if isKept, first.count < Self.limit { first.append(element) }
  }

  /// Adds the elements of another list, and counts those that it did not keep.
  public mutating func append(contentsOf list: BoundedList) {
    for element in list.first { append(element) }
    count += list.count - list.first.count
  }
}

extension BoundedList: Sendable where Element: Sendable {}
extension BoundedList: Equatable where Element: Equatable {}
