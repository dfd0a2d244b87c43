// swift-tools-version:6.2
import PackageDescription

// This file is the architecture diagram: a target may use what its line names and nothing else.
// LayeringTests holds the same table against the imports, so that a skipped layer cannot build by accident.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func layer(
  _ name: String, uses dependencies: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "hoso",
  products: [.executable(name: "hoso", targets: ["hoso"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "Clibgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "Clibcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "Clibyaml", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "Cmimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .target(name: "Coffline"),
    .target(name: "Cwrap", linkerSettings: [.linkedLibrary("deflate"), .linkedLibrary("z")]),

    layer("GitObjects"),
    layer("HosoCore", uses: ["GitObjects"]),
    layer("HosoGit", uses: ["GitObjects", "Clibgit2", "Cmimalloc", "Coffline", "Cwrap"]),
    layer("HosoMarkdown", uses: ["Clibcmark"]),
    layer("HosoMessages", uses: ["HosoCore"]),
    layer(
      "HosoFormats",
      uses: [
        "GitObjects", "HosoCore", "Clibyaml",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    layer(
      "HosoStore",
      uses: [
        "GitObjects", "HosoCore", "HosoFormats", "HosoGit",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "_CryptoExtras", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    layer("SchoolProfiles", resources: [.embedInCode("files")]),
    layer("SiteTheme", path: "Site", resources: [.embedInCode("theme")]),
    layer("HosoSite", uses: ["GitObjects", "HosoCore", "HosoMarkdown", "HosoMessages", "SiteTheme"]),
    layer("HosoArchive", uses: ["HosoCore", .product(name: "Crypto", package: "swift-crypto")]),
    layer(
      "HosoActions",
      uses: [
        "GitObjects", "HosoArchive", "HosoCore", "HosoFormats", "HosoMessages", "HosoSite", "HosoStore",
        "SchoolProfiles",
      ]),
    layer(
      "HosoCommandLine",
      uses: [
        "GitObjects", "HosoActions", "HosoCore", "HosoMessages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "hoso", dependencies: ["HosoCommandLine"], swiftSettings: strict),
    tests("HosoMarkdownTests", of: ["HosoMarkdown"]),
    tests("HosoArchiveTests", of: ["HosoArchive"]),
    tests("HosoFormatsTests", of: ["GitObjects", "HosoFormats", "HosoCore", "HosoMessages", "Yams"]),
    tests(
      "HosoCommandLineTests",
      of: [
        "hoso", "HosoCore",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests("HosoSiteTests", of: ["GitObjects", "HosoCore", "HosoSite"]),
    tests("GitObjectsTests", of: ["GitObjects"]),
    tests("HosoGitTests", of: ["GitObjects", "HosoGit"]),
    tests("HosoCoreTests", of: ["GitObjects", "HosoCore"]),
    tests("HosoActionsTests", of: ["HosoActions", "HosoCore", "HosoFormats", "HosoMessages", "SchoolProfiles"]),
    tests("HosoMessagesTests", of: ["HosoCore", "HosoMessages"]),
    tests("ArchitectureTests", of: []),
    tests("HosoStoreTests", of: ["GitObjects", "HosoCore", "HosoFormats", "HosoStore"]),
    tests(
      "ServerTests",
      of: [
        "hoso", "GitObjects", "HosoCore", "HosoFormats", "HosoStore",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .testTarget(name: "BrowserTests", exclude: ["browser.py"], swiftSettings: strict),
  ]
)
