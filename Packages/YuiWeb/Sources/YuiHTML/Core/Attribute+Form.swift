extension Attribute {
  /// Gives the name under which a control is sent.
  public static func name(_ value: String?) -> Attribute {
    Attribute("name", value)
  }

  /// Gives the value of a control.
  public static func value(_ value: String?) -> Attribute {
    Attribute("value", value)
  }

  /// Sends a form to an address; anything but a relative or http(s) address becomes `#`.
  public static func action(_ address: String?) -> Attribute {
    Attribute("action", address.map(LinkTarget.resource))
  }

  /// Sends a button's form to an address of its own, by the rule of `action`.
  public static func formaction(_ address: String?) -> Attribute {
    Attribute("formaction", address.map(LinkTarget.resource))
  }

  /// Gives the method of a form: `get` or `post`.
  public static func method(_ value: String?) -> Attribute {
    Attribute("method", value)
  }

  /// Gives the encoding of a form.
  public static func enctype(_ value: String?) -> Attribute {
    Attribute("enctype", value)
  }

  /// Names the control that a label belongs to, by its id.
  public static func `for`(_ value: String?) -> Attribute {
    Attribute("for", value)
  }

  /// Names the form that a control belongs to, by its id.
  public static func form(_ value: String?) -> Attribute {
    Attribute("form", value)
  }

  /// Names the suggestions of a control, by their id.
  public static func list(_ value: String?) -> Attribute {
    Attribute("list", value)
  }

  /// Says what kind of personal detail a control asks for.
  public static func autocomplete(_ value: String?) -> Attribute {
    Attribute("autocomplete", value)
  }

  /// Says which keyboard suits a control.
  public static func inputmode(_ value: String?) -> Attribute {
    Attribute("inputmode", value)
  }

  /// Gives the pattern of a control's value.
  public static func pattern(_ value: String?) -> Attribute {
    Attribute("pattern", value)
  }

  /// Lists the kinds of file a control takes.
  public static func accept(_ value: String?) -> Attribute {
    Attribute("accept", value)
  }

  /// Gives the least value.
  public static func min(_ value: String?) -> Attribute {
    Attribute("min", value)
  }

  /// Gives the greatest value.
  public static func max(_ value: String?) -> Attribute {
    Attribute("max", value)
  }

  /// Gives the step between values.
  public static func step(_ value: String?) -> Attribute {
    Attribute("step", value)
  }

  /// Gives the greatest length, counted in UTF-16 units.
  public static func maxlength(_ value: Int?) -> Attribute {
    Attribute("maxlength", value.map(String.init))
  }

  /// Gives the width of a control in characters.
  public static func size(_ value: Int?) -> Attribute {
    Attribute("size", value.map(String.init))
  }

  /// Gives the height of a control in lines.
  public static func rows(_ value: Int?) -> Attribute {
    Attribute("rows", value.map(String.init))
  }

  /// Ticks a choice.
  public static func checked(_ isOn: Bool = true) -> Attribute {
    Attribute("checked", flag: isOn)
  }

  /// Selects a choice of a list.
  public static func selected(_ isOn: Bool = true) -> Attribute {
    Attribute("selected", flag: isOn)
  }

  /// Takes several values.
  public static func multiple(_ isOn: Bool = true) -> Attribute {
    Attribute("multiple", flag: isOn)
  }

  /// Switches a control off.
  public static func disabled(_ isOn: Bool = true) -> Attribute {
    Attribute("disabled", flag: isOn)
  }

  /// Lets a control be read but not changed.
  public static func readonly(_ isOn: Bool = true) -> Attribute {
    Attribute("readonly", flag: isOn)
  }

  /// Leaves checking to the server, whose messages are read by everyone.
  public static func novalidate(_ isOn: Bool = true) -> Attribute {
    Attribute("novalidate", flag: isOn)
  }
}
