internal import HosoCore

/// Counts as bars: a picture without a script, whose words say the same to those who do not see it.
struct Histogram {
  let chart: Report.Chart
  /// Makes the ids of its title and description unique on the page.
  let number: Int
  let site: Site

  private static let width = 346
  private static let height = 96
  private static let top = 18
  private static let margin = 8
  /// A picture of few bars has broad ones, not huge ones.
  private static let widestStep = 60

  var node: Node {
    let bars = chart.bars
    let most = max(1, bars.map(\.count).max() ?? 1)
    let inner = Self.width - 2 * Self.margin
    let step = min(Self.widestStep, inner / max(1, bars.count))
    let start = Self.margin + (inner - step * bars.count) / 2
    let base = Self.top + Self.height
    var marks: [Node] = []
    for (index, bar) in bars.enumerated() {
      let x = start + index * step
      let middle = x + step / 2
      // Whatever is there is seen.
      let height = bar.count == 0 ? 0 : max(2, bar.count * Self.height / most)
      if height > 0 {
        marks.append(.svgRect(class: "chart-bar", x: x + 3, y: base - height, width: step - 6, height: height))
        marks.append(.svgText(class: "chart-count", x: middle, y: base - height - 4, site.count(bar.count)))
      }
      marks.append(.svgText(class: "chart-label", x: middle, y: base + 15, bar.label))
    }
    marks.append(.svgRect(class: "chart-axis", x: Self.margin, y: base, width: inner, height: 1))
    let (title, description) = ("chart-\(number)-title", "chart-\(number)-text")
    return .svgPicture(
      class: "chart", width: Self.width, height: base + 22, title: (title, name), description: (description, words),
      marks)
  }

  /// `Toán, giữa kì · Học kì 1`.
  var name: String {
    let term = chart.term.map { " · " + SiteText.term($0)(site.language) } ?? ""
    return chart.title(site.language) + term
  }

  /// `n = 48, trung bình 6,94`.
  var summary: String {
    ReportText.chartCount(site.count(chart.count), chart.mean?.text(in: site.language))(site.language)
  }

  private var words: String {
    summary + "; "
      + chart.bars.filter { $0.count > 0 }.map { ReportText.bar($0.label, site.count($0.count))(site.language) }
      .joined(separator: ", ")
  }
}

extension Node {
  static func tfoot(_ children: Node...) -> Node {
    .element(Element(name: "tfoot", form: .block, attributes: [], children: children))
  }

  static func figure(class style: StaticString, _ children: Node...) -> Node {
    .element(
      Element(name: "figure", form: .block, attributes: [Attribute("class", literal: style)], children: children))
  }

  static func figcaption(_ children: Node...) -> Node {
    .element(Element(name: "figcaption", form: .block, attributes: [], children: children))
  }

  /// A picture with a title and a description, each with its id.
  fileprivate static func svgPicture(
    class style: StaticString, width: Int, height: Int, title: (id: String, text: String),
    description: (id: String, text: String), _ children: [Node]
  ) -> Node {
    func words(_ name: StaticString, _ each: (id: String, text: String)) -> Node {
      .element(Element(name: name, form: .inline, attributes: [Attribute("id", each.id)], children: [.text(each.text)]))
    }
    return .element(
      Element(
        name: "svg", form: .block,
        attributes: [
          Attribute("class", literal: style), Attribute("viewBox", "0 0 \(width) \(height)"),
          Attribute("width", "\(width)"), Attribute("height", "\(height)"), Attribute("role", literal: "img"),
          Attribute("aria-labelledby", "\(title.id) \(description.id)"),
        ], children: [words("title", title), words("desc", description)] + children))
  }

  fileprivate static func svgRect(class style: StaticString, x: Int, y: Int, width: Int, height: Int) -> Node {
    rect(class: style, x: x, width: width, height: height).with("y", "\(y)")
  }

  fileprivate static func svgText(class style: StaticString, x: Int, y: Int, _ text: String) -> Node {
    .element(
      Element(
        name: "text", form: .inline,
        attributes: [Attribute("class", literal: style), Attribute("x", "\(x)"), Attribute("y", "\(y)")],
        children: [.text(text)]))
  }
}
