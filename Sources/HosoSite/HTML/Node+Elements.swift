/// Elements by name. `class` and `id` come first, children last, as in `Node.p(class: "lead", .text("…"))`.
extension Node {
  private static func make(
    _ name: StaticString, _ form: Element.Form, _ style: StaticString?, _ id: String?, _ children: [Node]
  ) -> Node {
    var attributes: [Attribute] = []
    if let style { attributes.append(Attribute("class", literal: style)) }
    if let id { attributes.append(Attribute("id", id)) }
    return .element(Element(name: name, form: form, attributes: attributes, children: children))
  }

  static func section(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("section", .block, style, id, children)
  }
  static func article(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("article", .block, style, id, children)
  }
  static func header(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("header", .block, style, id, children)
  }
  static func footer(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("footer", .block, style, id, children)
  }
  static func nav(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("nav", .block, style, id, children)
  }
  static func main(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("main", .block, style, id, children)
  }
  static func aside(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("aside", .block, style, id, children)
  }
  static func div(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("div", .block, style, id, children)
  }
  static func p(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("p", .block, style, id, children)
  }
  static func h1(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("h1", .block, style, id, children)
  }
  static func h2(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("h2", .block, style, id, children)
  }
  static func h3(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("h3", .block, style, id, children)
  }
  static func ul(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("ul", .block, style, id, children)
  }
  static func ol(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("ol", .block, style, id, children)
  }
  static func li(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("li", .block, style, id, children)
  }
  static func table(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("table", .block, style, id, children)
  }
  static func caption(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("caption", .block, style, id, children)
  }
  static func thead(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("thead", .block, style, id, children)
  }
  static func tbody(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("tbody", .block, style, id, children)
  }
  static func tr(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("tr", .block, style, id, children)
  }
  static func td(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("td", .block, style, id, children)
  }
  static func dl(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("dl", .block, style, id, children)
  }
  static func dt(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("dt", .block, style, id, children)
  }
  static func dd(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("dd", .block, style, id, children)
  }
  static func details(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("details", .block, style, id, children)
  }
  static func summary(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("summary", .block, style, id, children)
  }
  static func pre(class style: StaticString? = nil, id: String? = nil, _ children: Node...) -> Node {
    make("pre", .block, style, id, children)
  }
  static func span(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("span", .inline, style, nil, children)
  }
  static func strong(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("strong", .inline, style, nil, children)
  }
  static func bdi(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("bdi", .inline, style, nil, children)
  }
  static func code(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("code", .inline, style, nil, children)
  }
  static func ins(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("ins", .inline, style, nil, children)
  }
  static func del(class style: StaticString? = nil, _ children: Node...) -> Node {
    make("del", .inline, style, nil, children)
  }

  static func br() -> Node { make("br", .void, nil, nil, []) }

  static func a(class style: StaticString? = nil, href: String, _ children: Node...) -> Node {
    make("a", .inline, style, nil, children).with("href", href)
  }

  /// A header cell; `scope` is `col`, `row`, `colgroup` or `rowgroup`.
  static func th(class style: StaticString? = nil, scope: String, _ children: Node...) -> Node {
    make("th", .block, style, nil, children).with("scope", scope)
  }

  static func time(_ datetime: String, _ children: Node...) -> Node {
    make("time", .inline, nil, nil, children).with("datetime", datetime)
  }

  static func svg(class style: StaticString, viewBox: String, _ children: Node...) -> Node {
    make("svg", .inline, style, nil, children).with("viewBox", viewBox).with("preserveAspectRatio", "none")
  }

  static func rect(class style: StaticString, x: Int, width: Int, height: Int) -> Node {
    make("rect", .inline, style, nil, []).with("x", "\(x)").with("width", "\(width)").with("height", "\(height)")
  }

  /// A table that scrolls within itself where the page is narrow; `label` names it for those who do not see it.
  static func scrolling(class style: StaticString, label: String, _ table: Node) -> Node {
    div(class: style, table).with("role", "region").with("aria-label", label).with("tabindex", "0")
  }
}
