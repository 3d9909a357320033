// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error)
]

let package = Package(
  name: "kith-benchmarks",
  products: [
    .executable(name: "kith-benchmarks", targets: ["kith-benchmarks"]),
    .executable(name: "hello", targets: ["hello"]),
    .executable(name: "peak-memory", targets: ["peak-memory"]),
  ],
  dependencies: [
    .package(name: "kith", path: "..")
  ],
  targets: [
    .target(name: "Spawning", swiftSettings: strict),
    .executableTarget(name: "hello", swiftSettings: strict),
    .executableTarget(name: "peak-memory", dependencies: ["Spawning"], swiftSettings: strict),
    .executableTarget(
      name: "kith-benchmarks",
      dependencies: [
        "Spawning", "hello", "peak-memory",
        .product(name: "Age", package: "kith"),
        .product(name: "Coach", package: "kith"),
        .product(name: "CoachContent", package: "kith"),
        .product(name: "JournalStorage", package: "kith"),
        .product(name: "Questionnaires", package: "kith"),
        .product(name: "YarnCompiler", package: "kith"),
        .product(name: "YarnRuntime", package: "kith"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
