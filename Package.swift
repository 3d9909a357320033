// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error)
]

let package = Package(
  name: "kith",
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .library(name: "YarnRuntime", targets: ["YarnRuntime"]),
    .library(name: "YarnCompiler", targets: ["YarnCompiler"]),
    .library(name: "YarnAuthoring", targets: ["YarnAuthoring"]),
    .library(name: "Questionnaires", targets: ["Questionnaires"]),
    .library(name: "Coach", targets: ["Coach"]),
    .library(name: "CoachContent", targets: ["CoachContent"]),
    .library(name: "Age", targets: ["Age"]),
    .library(name: "JournalStorage", targets: ["JournalStorage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .target(name: "YarnRuntime", swiftSettings: strict),
    .target(name: "YarnCompiler", dependencies: ["YarnRuntime"], swiftSettings: strict),
    .target(
      name: "YarnAuthoring", dependencies: ["YarnCompiler", "YarnRuntime"], swiftSettings: strict),
    .target(name: "Questionnaires", swiftSettings: strict),
    .target(name: "Coach", dependencies: ["YarnRuntime", "Questionnaires"], swiftSettings: strict),
    .target(
      name: "CoachContent",
      dependencies: ["Coach", "YarnCompiler", "YarnRuntime", "Questionnaires", "Yams"],
      resources: [.copy("../../Content")],
      swiftSettings: strict),
    .target(
      name: "Age",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "JournalStorage",
      dependencies: ["Coach", "Questionnaires", "Age", "CPlatform"],
      swiftSettings: strict),
    .target(name: "Exports", dependencies: ["Coach", "Questionnaires"], swiftSettings: strict),
    .target(name: "Imports", dependencies: ["Coach", "Questionnaires"], swiftSettings: strict),
    .target(name: "Console", dependencies: ["CReadline"], swiftSettings: strict),
    .systemLibrary(name: "CReadline"),
    .target(name: "CPlatform"),
    .executableTarget(
      name: "kith",
      dependencies: [
        "YarnRuntime", "YarnCompiler", "YarnAuthoring", "Questionnaires", "Coach", "CoachContent",
        "Age", "JournalStorage", "Exports", "Imports", "Console", "CPlatform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "console-driver",
      dependencies: ["Console"],
      path: "Tests/ConsoleDriver",
      swiftSettings: strict),
    .executableTarget(
      name: "age-driver",
      dependencies: ["Age"],
      path: "Tests/AgeDriver",
      swiftSettings: strict),
    .executableTarget(
      name: "damage-driver",
      dependencies: ["JournalStorage", "Coach", "Questionnaires"],
      path: "Tests/DamageDriver",
      swiftSettings: strict),
    .testTarget(name: "YarnRuntimeTests", dependencies: ["YarnRuntime", "YarnCompiler"]),
    .testTarget(
      name: "YarnCompilerTests", dependencies: ["YarnCompiler", "YarnRuntime", "TestSupport"]),
    .testTarget(
      name: "YarnAuthoringTests", dependencies: ["YarnAuthoring", "YarnCompiler", "YarnRuntime"]),
    .testTarget(
      name: "YarnConformanceTests",
      dependencies: ["YarnAuthoring", "YarnCompiler", "YarnRuntime"]),
    .testTarget(name: "QuestionnairesTests", dependencies: ["Questionnaires"]),
    .testTarget(name: "AgeTests", dependencies: ["Age"]),
    .testTarget(
      name: "JournalStorageTests",
      dependencies: [
        "JournalStorage", "Coach", "Questionnaires", "Age", "CPlatform", "TestSupport",
        "damage-driver",
      ]),
    .testTarget(
      name: "ConsoleTests", dependencies: ["Console", "TestSupport", "console-driver"]),
    .testTarget(
      name: "CoachTests", dependencies: ["Coach", "Questionnaires", "YarnCompiler"]),
    .testTarget(
      name: "ContentTests", dependencies: ["CoachContent", "Coach", "Questionnaires"]),
    .testTarget(name: "ExportsTests", dependencies: ["Exports", "Coach", "Questionnaires"]),
    .testTarget(name: "ImportsTests", dependencies: ["Imports", "Coach", "Questionnaires"]),
    .testTarget(
      name: "TranscriptTests",
      dependencies: [
        "kith", "Coach", "Console", "YarnCompiler", "JournalStorage", "Questionnaires",
        "TestSupport", "CPlatform",
      ],
      exclude: ["Transcripts"]),
    .testTarget(name: "RepositoryTests"),
  ],
  swiftLanguageModes: [.v6]
)
