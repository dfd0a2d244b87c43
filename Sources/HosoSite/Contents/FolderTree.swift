internal import HosoCore

/// The folders above the year's records, each with a name for people.
struct FolderTree: Sendable {
  struct Folder: Sendable {
    /// Nil for the top of the repository.
    let path: RecordPath?
    let title: String
    let address: PageAddress
    /// Index of the folder above; nil at the top.
    let parent: Int?
    fileprivate(set) var folders: [Int] = []
    fileprivate(set) var records: [Int] = []
    /// Over all records below.
    fileprivate(set) var counts = StateCounts()
  }

  /// A folder comes before those below it; the first is the top.
  private(set) var folders: [Folder]
  /// The folder that holds each record.
  private(set) var folderOfRecord: [Int] = []
  private(set) var index: [RecordPath: Int] = [:]

  init(_ view: SchoolView, _ language: Language) {
    folders = [Folder(path: nil, title: SiteText.records(language), address: .folder(nil), parent: nil)]
    let names = FolderNames(rulebook: view.rulebook, language: language)
    var last: (path: RecordPath, folder: Int)?
    for (number, record) in view.records.enumerated() {
      var place = 0
      if let folder = record.path.folder {
        if let last, last.path == folder {
          place = last.folder
        } else {
          place = make(folder, for: record, view.kind(of: record), names)
          last = (folder, place)
        }
      }
      folderOfRecord.append(place)
      folders[place].records.append(number)
      var above: Int? = place
      while let each = above {
        folders[each].counts.add(record)
        above = folders[each].parent
      }
    }
  }

  private mutating func make(_ path: RecordPath, for record: RecordStatus, _ kind: Kind, _ names: FolderNames) -> Int {
    var parent = 0
    for (depth, each) in (path.ancestors + [path]).enumerated() {
      if let known = index[each] {
        parent = known
        continue
      }
      let title = names.title(of: each.name, at: depth, kind, record.place)
      folders.append(Folder(path: each, title: title, address: .folder(each), parent: parent))
      index[each] = folders.count - 1
      folders[parent].folders.append(folders.count - 1)
      parent = folders.count - 1
    }
    return parent
  }

  /// The folders from the top to `folder`, without the top.
  func chain(to folder: Int) -> [Int] {
    var chain: [Int] = []
    var each = folder
    while let parent = folders[each].parent {
      chain.append(each)
      each = parent
    }
    return chain.reversed()
  }
}

/// Names of folders for people: what the placeholder of the kind's folder template stands for.
struct FolderNames {
  let rulebook: Rulebook
  let language: Language

  /// The name of the folder `name`, the component `depth` of the path of a record of `kind`.
  func title(of name: Substring, at depth: Int, _ kind: Kind, _ place: Place) -> String {
    let parts = kind.place.text.split(separator: "/")
    let part = depth < parts.count ? parts[depth] : ""
    for placeholder in PlaceName.allCases where part.contains("{\(placeholder.rawValue)") {
      return title(placeholder, place[placeholder] ?? String(name))
    }
    if let known = SiteText.folder(name) { return known(language) }
    let isLast = !parts[min(depth + 1, parts.count)...].dropLast().contains { !$0.contains("{") }
    return isLast && depth > 0 ? kind.title(language) : String(name)
  }

  private func title(_ placeholder: PlaceName, _ value: String) -> String {
    switch placeholder {
    case .year: SiteText.schoolYear(value)(language)
    case .team: rulebook.teams[value]?.title ?? value
    case .person: rulebook.people[value]?.name ?? value
    case .schoolClass: rulebook.classes[value]?.title ?? SiteText.schoolClass(value)(language)
    case .subject: rulebook.subjects[value]?.title ?? value
    case .week: Int(value).map { SiteText.weekNumber($0)(language) } ?? value
    case .month: Int(value).map { SiteText.month($0)(language) } ?? value
    case .term: Int(value).map { SiteText.term($0)(language) } ?? value
    case .grade: Int(value).map { SiteText.grade($0)(language) } ?? value
    case .date, .slug, .test: value
    }
  }
}
