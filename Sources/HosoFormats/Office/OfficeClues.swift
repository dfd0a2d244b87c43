/// What the XML of a Word text holds that pandoc passes over in silence.
enum OfficeClues {
  /// Adds to `counts` what stands in `xml` (`word/document.xml`).
  ///
  /// - Parameter characters: how many characters of text pandoc gave, blanks left out.
  static func add(from xml: [UInt8], characters: Int, to counts: inout LossCounts) {
    // The second wording of a drawing, for old programs.
    let main = xml.removing(from: "<mc:Fallback", to: "</mc:Fallback>")
    let boxes = main.count(of: "<w:txbxContent>") + main.count(of: "<w:txbxContent ")
    let objects = main.count(of: "<w:object>") + main.count(of: "<w:object ")
    let shapes =
      main.count(of: "<wps:wsp>") + main.count(of: "<wps:wsp ") + main.count(of: "<w:pict>")
      + main.count(of: "<w:pict ") + main.count(of: "<c:chart ") + main.count(of: "<dgm:relIds ")
    let pictures = max(0, main.count(of: "<v:imagedata ") - objects)
    counts.textBoxes += boxes
    counts.objects += objects
    counts.drawings += max(0, shapes - boxes - pictures)
    for font in ["VNI-Times", ".VnTime", ".VnArial", "VNtimes new roman", "VNI-Helve"]
    where main.count(of: "=\"" + font) > 0 {
      counts.fonts.insert(font)
    }
    let text = main.removing(from: "<w:txbxContent", to: "</w:txbxContent>")
      .removing(from: "<w:moveFrom ", to: "</w:moveFrom>")
    let missing = textCharacters(text) - characters
    if missing > 20, missing * 20 > characters { counts.missing = missing }
  }

  /// The characters in `<w:t>`, blanks left out; an entity counts as one.
  private static func textCharacters(_ xml: [UInt8]) -> Int {
    let ends = xml.ranges(of: "</w:t>".utf8)
    var count = 0
    for end in ends {
      var index = end.lowerBound - 1
      while index >= 0, xml[index] != UInt8(ascii: ">") {
        let byte = xml[index]
        // A following byte of UTF-8 is part of the sign before it.
        if byte & 0xC0 != 0x80, byte > 0x20 { count += 1 }
        if byte == UInt8(ascii: ";"), let start = entityStart(before: index, in: xml) {
          index = start
        }
        index -= 1
      }
    }
    return count
  }

  private static func entityStart(before end: Int, in xml: [UInt8]) -> Int? {
    (max(0, end - 10)..<end).reversed().first { xml[$0] == UInt8(ascii: "&") }
  }
}

extension [UInt8] {
  /// Without what lies between `start` and the next `end`.
  fileprivate func removing(from start: String, to end: String) -> [UInt8] {
    let starts = ranges(of: start.utf8)
    guard !starts.isEmpty else { return self }
    let ends = ranges(of: end.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = 0
    var next = 0
    for range in starts where range.lowerBound >= index {
      while next < ends.count, ends[next].lowerBound < range.upperBound { next += 1 }
      guard next < ends.count else { break }
      result += self[index..<range.lowerBound]
      index = ends[next].upperBound
    }
    return result + self[index...]
  }
}
