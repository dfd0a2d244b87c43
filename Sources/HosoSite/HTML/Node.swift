/// A piece of a page as a value; ``HTMLFormatter`` alone turns it into text.
enum Node: Sendable {
  case text(String)
  case element(Element)
  case fragment([Node])
  /// HTML that ``HTMLFormatter`` or the Markdown renderer made: it is not escaped again.
  case trusted([UInt8])

  /// Nothing.
  static let none = Node.fragment([])
}

/// An element with its attributes, in the order in which they are printed.
struct Element: Sendable {
  /// What follows the element's start tag.
  enum Form: Sendable {
    /// Children and an end tag.
    case inline
    /// As `inline`, with a line feed behind it so that pages can be read and compared.
    case block
    /// Neither children nor an end tag.
    case void
  }

  let name: StaticString
  let form: Form
  var attributes: [Attribute]
  var children: [Node]
}

/// An attribute; the name is written in this program, the value may come from anywhere.
struct Attribute: Sendable {
  enum Value: Sendable {
    case text(String)
    /// A word of this program that needs no escape, such as a class.
    case literal(StaticString)
  }

  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = .text(value)
  }

  init(_ name: StaticString, literal value: StaticString) {
    self.name = name
    self.value = .literal(value)
  }
}

extension Node {
  /// This element with one more attribute; `value` nil adds none.
  func with(_ name: StaticString, _ value: String?) -> Node {
    guard let value, case .element(var element) = self else { return self }
    element.attributes.append(Attribute(name, value))
    return .element(element)
  }
}
