/// The look of the site: files that are compiled into the program.
package enum SiteTheme {
  /// A file of the theme, and where it lies in the site.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// One style sheet, made of its parts: what stands on every page, what stands on some, and screens and paper.
  package static let files = [
    File(
      path: "site.css",
      bytes: PackageResources.site_css + PackageResources.pages_css + PackageResources.reports_css
        + PackageResources.media_css)
  ]
}
