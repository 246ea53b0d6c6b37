public import YuiText

extension Attribute {
  /// Names the element, once in the page.
  public static func id(_ value: String?) -> Attribute {
    Attribute("id", value)
  }

  /// Gives the classes of the design system, separated by spaces.
  public static func `class`(_ value: String?) -> Attribute {
    Attribute("class", value)
  }

  /// Says in which language the content is written.
  public static func lang(_ language: Language?) -> Attribute {
    Attribute("lang", language?.rawValue)
  }

  /// Says in which language the linked page is written.
  public static func hreflang(_ language: Language?) -> Attribute {
    Attribute("hreflang", language?.rawValue)
  }

  /// Says in which direction the content is written.
  public static func dir(_ value: String?) -> Attribute {
    Attribute("dir", value)
  }

  /// Hides the element from everyone.
  public static func hidden(_ isOn: Bool = true) -> Attribute {
    Attribute("hidden", flag: isOn)
  }

  /// Links to an address; anything but relative, http(s), mailto and tel becomes `#`.
  public static func href(_ address: String?) -> Attribute {
    Attribute("href", address.map(LinkTarget.link))
  }

  /// Loads a resource; anything but a relative or http(s) address becomes `#`.
  public static func src(_ address: String?) -> Attribute {
    Attribute("src", address.map(LinkTarget.resource))
  }

  /// Says how the linked resource relates to this page.
  public static func rel(_ value: String?) -> Attribute {
    Attribute("rel", value)
  }

  /// Gives the kind of a control, button or linked resource.
  public static func type(_ value: String?) -> Attribute {
    Attribute("type", value)
  }

  /// Names a linked resource.
  public static func title(_ value: String?) -> Attribute {
    Attribute("title", value)
  }

  /// Says what a picture shows; empty when it only decorates.
  public static func alt(_ value: String?) -> Attribute {
    Attribute("alt", value)
  }

  /// Gives a width in pixels, or in SVG a length.
  public static func width(_ value: String?) -> Attribute {
    Attribute("width", value)
  }

  /// Gives a height in pixels, or in SVG a length.
  public static func height(_ value: String?) -> Attribute {
    Attribute("height", value)
  }

  /// Gives a date or time for machines.
  public static func datetime(_ value: String?) -> Attribute {
    Attribute("datetime", value)
  }

  /// Gives the content of a `meta` element.
  public static func content(_ value: String?) -> Attribute {
    Attribute("content", value)
  }

  /// Gives the encoding of the document.
  public static func charset(_ value: String?) -> Attribute {
    Attribute("charset", value)
  }

  /// Says for which devices a linked resource is meant.
  public static func media(_ value: String?) -> Attribute {
    Attribute("media", value)
  }

  /// Gives the role of the element for assistive technology.
  public static func role(_ value: String?) -> Attribute {
    Attribute("role", value)
  }

  /// Says whether the element can be focused: 0 in order, -1 by link or script only.
  public static func tabindex(_ value: Int?) -> Attribute {
    Attribute("tabindex", value.map(String.init))
  }

  /// Tells assistive technology something: `.aria("label", "…")` is `aria-label`.
  public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(name, value, prefix: "aria-")
  }

  /// Gives a value to scripts and styles: `.data("confirm", "…")` is `data-confirm`.
  public static func data(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(name, value, prefix: "data-")
  }

  /// Runs a script after the document is read.
  public static func deferred(_ isOn: Bool = true) -> Attribute {
    Attribute("defer", flag: isOn)
  }

  /// Shows a `details` element opened.
  public static func open(_ isOn: Bool = true) -> Attribute {
    Attribute("open", flag: isOn)
  }
}
