internal import FoundationEssentials

/// pandoc's answer for one document, as JSON values: the blocks stay apart, so that each lesson can be read by itself.
struct PandocTree {
  /// The text of the paragraph with the style *Title*, which pandoc keeps apart; nil where there is none.
  let title: Any?
  /// What stands in the document, in order.
  let blocks: [Any]

  init(_ json: [UInt8]) throws(OfficeError) {
    let tree: Any
    do {
      tree = try JSONDecoder().decode(JSONTree.self, from: Data(json)).value
    } catch {
      throw OfficeError(.failed("pandoc's answer is no JSON: \(error)"))
    }
    guard let tree = tree as? [String: Any], let list = tree["blocks"] as? [Any] else {
      throw OfficeError(.failed("pandoc's answer has no blocks"))
    }
    blocks = list
    title = ((tree["meta"] as? [String: Any])?["title"] as? [String: Any])?["c"]
  }

  /// The blocks inside a table of one column, which is only a frame; nil for any other block.
  static func framed(_ block: Any) -> [Any]? {
    guard let block = block as? [String: Any], block["t"] as? String == "Table", let table = block["c"] as? [Any],
      table.count == 6, (table[2] as? [Any])?.count == 1
    else { return nil }
    func list(_ value: Any?) -> [Any] { value as? [Any] ?? [] }
    let bodies = list(table[4]).flatMap { list($0).dropFirst(2).flatMap(list) }
    let rows = list(list(table[3]).last) + bodies + list(list(table[5]).last)
    return rows.flatMap { row in list(list(row).last).flatMap { cell in list(list(cell).last) } }
  }
}

/// Any JSON as arrays, dictionaries, texts and numbers.
private struct JSONTree: Decodable {
  let value: Any

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // In the order in which they are frequent: each object has a tag, and many a text.
    if let text = try? container.decode(String.self) {
      value = text
    } else if let object = try? container.decode([String: JSONTree].self) {
      value = object.mapValues(\.value)
    } else if let list = try? container.decode([JSONTree].self) {
      value = list.map(\.value)
    } else if let number = try? container.decode(Int.self) {
      value = number
    } else if let number = try? container.decode(Double.self) {
      value = number
    } else if container.decodeNil() {
      value = Optional<Any>.none as Any
    } else {
      // Throws where it is nothing of all these.
      value = try container.decode(Bool.self)
    }
  }
}
