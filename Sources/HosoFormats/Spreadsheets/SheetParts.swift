/// What the parts of a spreadsheet may not hold.
enum SheetParts {
  /// Why the part `name` is refused; nil where it is harmless.
  static func fault(of xml: [UInt8], named name: String) -> OfficeError.Reason? {
    if name.hasPrefix("xl/") {
      if xml.count(of: "<ddeLink") > 0 { return .macros }
      // Cells of other files, data connections and what they brought.
      let isForeign = ["xl/externalLinks/", "xl/queryTables/", "xl/connections.xml"].contains(where: name.hasPrefix)
      return isForeign ? .externalContent : nil
    }
    guard name == "content.xml" else { return nil }
    if xml.count(of: "<office:dde-source") + xml.count(of: "<table:dde-link") > 0 { return .macros }
    let sources = ["<table:table-source", "<table:cell-range-source", "<table:database-source"]
    return sources.contains { xml.count(of: $0) > 0 } ? .externalContent : nil
  }
}
