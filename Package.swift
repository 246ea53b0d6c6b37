// swift-tools-version: 6.2
import PackageDescription

// Yui builds from the Swift toolchain and Debian's packages alone: every dependency outside this
// file is a C library behind a system library target. Arrows go one way, in the order of the
// sections; no module imports another module.

// MARK: - C libraries (Debian packages)

let systemLibraries: [Target] = [
  systemLibrary("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
  systemLibrary("CLibPQ", pkgConfig: "libpq", apt: "libpq-dev"),
  systemLibrary("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
  systemLibrary("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
  systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
  systemLibrary("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
  systemLibrary("CUTF8Proc", apt: "libutf8proc-dev"),
  systemLibrary("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
  systemLibrary("CMeCab", apt: "libmecab-dev"),
  systemLibrary("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
]

// MARK: - Libraries that know no tenant

let foundations: [Target] = [
  library("YuiText", dependencies: ["CUTF8Proc"]),
  library("YuiKeywords", in: "YuiText", dependencies: ["YuiText", "CMeCab"]),
  library("YuiStatistics"),
  library("YuiTransparencyLog", dependencies: ["CSodium"]),
  library("YuiStorage", dependencies: ["YuiText", "YuiTransparencyLog"]),
  library("YuiStorageSQLite", in: "YuiStorage", dependencies: ["YuiStorage", "CSQLite"]),
  library("YuiStoragePostgreSQL", in: "YuiStorage", dependencies: ["YuiStorage", "CLibPQ"]),
  library(
    "YuiStorageTesting", in: "YuiStorage",
    dependencies: ["YuiStorage", "YuiStorageSQLite", "YuiStoragePostgreSQL"]),
  library("YuiHTML", in: "YuiWeb", dependencies: ["YuiText"]),
  library("YuiHTTPClient", in: "YuiWeb", dependencies: ["CCurl"]),
  library("YuiQRCode", in: "YuiWeb", dependencies: ["CQREncode"]),
  library("YuiMail", in: "YuiWeb", dependencies: ["YuiText", "CCurl"]),
  embedded("CYuiWebAssets", in: "YuiWeb"),
  library(
    "YuiWeb",
    dependencies: [
      "YuiText", "YuiTransparencyLog", "YuiStorage", "YuiHTML", "CYuiWebAssets", "CMicroHTTPD",
      "CSodium", "CZlib",
    ]),
  library("YuiWebTesting", in: "YuiWeb", dependencies: ["YuiWeb", "YuiHTTPClient"]),
  embedded("CJapanLand", in: "YuiOpenData"),
  library(
    "YuiOpenData", dependencies: ["YuiText", "YuiStorage", "CJapanLand", "CZlib", "CExpat"]),
  library(
    "YuiMaps", in: "YuiOpenData",
    dependencies: ["YuiText", "YuiStorage", "YuiHTML", "YuiOpenData"]),
]

// MARK: - What a tenant is and gives its modules

let tenancy: [Target] = [
  embedded("CLocalGovernments", in: "YuiTenancy"),
  library(
    "YuiTenancy",
    dependencies: [
      "YuiText", "YuiTransparencyLog", "YuiStorage", "YuiHTML", "YuiWeb", "YuiOpenData",
      "YuiHTTPClient", "YuiMail", "CLocalGovernments", "CSodium",
    ]),
]

// MARK: - What several modules share

let shared: [Target] = [
  library(
    "YuiCasework", dependencies: ["YuiText", "YuiStorage", "YuiHTML", "YuiWeb", "YuiTenancy"])
]

// MARK: - Modules: what an outside author could write, so nothing of `package` access

let modules: [Target] = [
  embedded("CReviewWidgetAssets", in: "ReviewWidget"),
  module(
    "ReviewWidget",
    dependencies: [
      "CReviewWidgetAssets", "YuiKeywords", "YuiStatistics", "YuiCasework", "YuiQRCode",
    ]),
  module(
    "WiFiSiteRegistry",
    dependencies: ["YuiCasework", "YuiMaps", "YuiStatistics", "YuiTransparencyLog"]),
  module(
    "AssetLedger", dependencies: ["YuiCasework", "YuiMaps", "YuiStatistics", "YuiTransparencyLog"]),
]

// MARK: - Services and tools

let services: [Target] = [
  .target(
    name: "TenantService",
    dependencies: [
      "YuiText", "YuiTransparencyLog", "YuiStorage", "YuiStorageSQLite", "YuiStoragePostgreSQL",
      "YuiHTML", "YuiWeb", "YuiMail", "YuiTenancy",
    ], path: "Services/TenantService/Sources"),
  .target(
    name: "HubService",
    dependencies: ["YuiText", "YuiStorage", "YuiHTML", "YuiWeb", "YuiTenancy"],
    path: "Services/HubService/Sources"),
]

let tools: [Target] = [
  .executableTarget(
    name: "yui",
    dependencies: [
      "YuiText", "YuiKeywords", "YuiTransparencyLog", "YuiStorage", "YuiWeb", "YuiHTTPClient",
      "YuiOpenData", "YuiTenancy",
      "TenantService", "HubService", "ReviewWidget", "WiFiSiteRegistry", "AssetLedger",
    ], path: "Tools/yui/Sources")
]

// MARK: - Tests

let tests: [Target] = [
  test("YuiTextTests", ["YuiText"]),
  test("YuiKeywordsTests", ["YuiKeywords"]),
  test("YuiStatisticsTests", ["YuiStatistics"]),
  test("YuiTransparencyLogTests", ["YuiTransparencyLog"]),
  test(
    "YuiStorageTests", ["YuiStorage", "YuiStorageTesting", "YuiText", "YuiTransparencyLog"]),
  // What only a server can do: keep tenants apart, go away, refuse.
  test(
    "YuiStoragePostgreSQLTests", ["YuiStorage", "YuiStoragePostgreSQL", "YuiStorageTesting"]),
  test("YuiQRCodeTests", ["YuiQRCode"]),
  test("YuiHTMLTests", ["YuiHTML", "CYuiWebAssets", "YuiText"]),
  test(
    "YuiWebTests",
    [
      "YuiWeb", "YuiWebTesting", "YuiHTTPClient", "YuiMail", "YuiHTML", "YuiStorage",
      "YuiStorageTesting",
      "YuiText", "CZlib",
    ]),
  test("YuiOpenDataTests", ["YuiOpenData", "YuiStorage", "YuiText"]),
  test("YuiMapsTests", ["YuiMaps", "YuiHTML", "YuiOpenData", "YuiStorage", "YuiText"]),
  test(
    "YuiTenancyTests",
    [
      "YuiTenancy", "YuiTransparencyLog", "YuiWeb", "YuiWebTesting", "YuiHTML", "YuiOpenData",
      "YuiStorage", "YuiStorageTesting", "YuiText",
    ]),
  test(
    "YuiCaseworkTests",
    [
      "YuiCasework", "YuiTenancy", "YuiWeb", "YuiWebTesting", "YuiHTML", "YuiStorage",
      "YuiStorageTesting", "YuiText",
    ]),
  test(
    "ReviewWidgetTests",
    [
      "ReviewWidget", "TenantService", "YuiCasework", "YuiQRCode", "YuiTenancy", "YuiStatistics",
      "YuiHTML", "YuiWeb", "YuiWebTesting", "YuiOpenData", "YuiStorage", "YuiStorageTesting",
      "YuiText",
    ]),
  test(
    "WiFiSiteRegistryTests",
    [
      "WiFiSiteRegistry", "TenantService", "YuiCasework", "YuiTenancy", "YuiHTML", "YuiWeb",
      "YuiWebTesting", "YuiOpenData", "YuiStorage", "YuiStorageTesting", "YuiText",
    ]),
  test(
    "AssetLedgerTests",
    [
      "AssetLedger", "YuiCasework", "YuiTenancy", "YuiTransparencyLog", "YuiHTML", "YuiWeb",
      "YuiWebTesting",
      "YuiOpenData", "YuiStorage", "YuiStorageTesting", "YuiText",
    ]),
  test(
    "TenantServiceTests",
    [
      "TenantService", "ReviewWidget", "YuiTenancy", "YuiTransparencyLog", "YuiWeb", "YuiOpenData",
      "YuiStorage", "YuiStorageSQLite", "YuiStoragePostgreSQL", "YuiStorageTesting", "YuiText",
    ]),
  // Writes until it is stopped, for the tests of power cuts in Tests/Faults.
  .executableTarget(
    name: "storage-writer", dependencies: ["YuiStorage", "YuiStorageSQLite"],
    path: "Tests/Faults/StorageWriter"),
  // Writes rows or entries of a log as fast as it can, for Tools/Benchmarks/ledger.
  .executableTarget(
    name: "ledger-writer",
    dependencies: ["YuiStorage", "YuiStorageSQLite", "YuiTenancy", "YuiText"],
    path: "Tools/Benchmarks/LedgerWriter"),
  // Answers for the library of statistics, which Tests/Interop compares with SciPy.
  .executableTarget(
    name: "statistics-answers", dependencies: ["YuiStatistics"],
    path: "Tests/Interop/StatisticsAnswers"),
  // The public holidays of years, which Tests/Interop compares with another program's.
  .executableTarget(
    name: "holiday-answers", dependencies: ["YuiText"], path: "Tests/Interop/HolidayAnswers"),
  // The symbols of texts, which Tests/Interop has another program read.
  .executableTarget(
    name: "qr-code-answers", dependencies: ["YuiQRCode"], path: "Tests/Interop/QRCodeAnswers"),
  // The rows of workbooks that other programs made, and workbooks for them to read.
  .executableTarget(
    name: "table-answers", dependencies: ["YuiOpenData", "YuiText"],
    path: "Tests/Interop/TableAnswers"),
  // The files made of profiles of OpenRoaming, which Tests/Interop has the real programs take.
  .executableTarget(
    name: "openroaming-answers", dependencies: ["WiFiSiteRegistry", "YuiStorage", "YuiText"],
    path: "Tests/Interop/OpenRoamingAnswers"),
  test(
    "JourneyTests", ["YuiHTTPClient", "YuiStorageTesting", "YuiText"], path: "Tests/Journeys"),
]

let package = Package(
  name: "yui",
  products: (foundations + tenancy + shared + modules + services)
    .filter { $0.type == .regular && !$0.name.hasPrefix("C") }
    .map { .library(name: $0.name, targets: [$0.name]) }
    + [.executable(name: "yui", targets: ["yui"])],
  targets: systemLibraries + foundations + tenancy + shared + modules + services + tools + tests,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

for target in package.targets where target.type != .system {
  var settings = target.swiftSettings ?? []
  settings.append(.treatAllWarnings(as: .error))
  for feature in ["ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault"] {
    settings.append(.enableUpcomingFeature(feature))
  }
  target.swiftSettings = settings
}

// MARK: - Shapes of targets

func systemLibrary(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Packages/SystemLibraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([apt])])
}

func library(
  _ name: String, in package: String? = nil, dependencies: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    path: "Packages/\(package ?? name)/Sources/\(name)")
}

/// A C target whose only work is to `#embed` files: fast to compile and rebuilt when they change.
func embedded(_ name: String, in package: String) -> Target {
  .target(name: name, path: "Packages/\(package)/Sources/\(name)")
}

func module(_ name: String, dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: ["YuiText", "YuiStorage", "YuiHTML", "YuiWeb", "YuiOpenData", "YuiTenancy"]
      + dependencies,
    path: "Packages/\(name)/Sources/\(name)", packageAccess: false)
}

func test(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: path ?? "Tests/\(name)")
}
