/// The look of the site: files that are compiled into the program.
package enum SiteTheme {
  /// A file of the theme, and where it lies in the site.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  package static let files = [File(path: "site.css", bytes: PackageResources.site_css)]
}
