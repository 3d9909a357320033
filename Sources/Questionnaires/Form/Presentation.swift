import FoundationEssentials

/// How an item would like to be shown, as far as its form says.
public struct Presentation: Equatable, Sendable {
  /// Which way the choices run.
  public enum Orientation: String, Sendable {
    /// Side by side.
    case horizontal
    /// One below the other.
    case vertical
  }

  /// The controls the form names, such as `slider` or `gtable`.
  public var controls: [String] = []
  /// Which way the choices run; `nil` where the form leaves it open.
  public var orientation: Orientation?
  /// The steps of a slider.
  public var sliderStep: Decimal?
  /// The text with simple markup.
  public var markdown: String?
  /// A shorter text, for narrow screens.
  public var shortText: String?
  /// What kind of text it is: `instructions`, `security` and the like.
  public var category: String?
  /// Addresses where more can be read.
  public var supportLinks: [String] = []
  /// An invitation to answer that stands beside the place for it.
  public var prompt: String?
  /// A remark for those who want to know more.
  public var flyover: String?
  /// Whether the item is for looking at a finished form only, so that it is not asked.
  public var isForReadingOnly = false

  /// Makes a presentation that leaves everything open.
  public init() {}

  /// Whether a repeating group asks to be shown as a table.
  public var isTable: Bool { controls.contains("gtable") || controls.contains("table") }
}

extension Presentation {
  /// Reads what an item says about itself; texts that belong to it are the caller's to add.
  init(_ json: JSONValue) {
    controls = Self.codes(json, ExtensionURL.itemControl)
    orientation = json.extensionValue(ExtensionURL.choiceOrientation)?.string
      .flatMap(Orientation.init)
    sliderStep = json.extensionValue(ExtensionURL.sliderStepValue)?.decimal
    markdown = json["_text"]?.extensionValue(ExtensionURL.markdown)?.string
    shortText =
      (json["_text"] ?? json).extensionValue(ExtensionURL.shortText)?.string
      ?? json.extensionValue(ExtensionURL.shortText)?.string
    category = Self.codes(json, ExtensionURL.displayCategory).first
    supportLinks = json.extensions(ExtensionURL.supportLink).compactMap { $0["valueUri"]?.string }
    let mode = json.extensionValue(ExtensionURL.usageMode)?.string
    isForReadingOnly = mode == "display" || mode == "display-non-empty"
  }

  private static func codes(_ json: JSONValue, _ url: String) -> [String] {
    let codings = json.extensionValue(url)?["coding"]?.elements ?? []
    return codings.compactMap { $0["code"]?.string }
  }
}
