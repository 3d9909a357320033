/// Where things lie on the disk, after the XDG base directory specification.
struct Folders: Equatable {
  /// The folder of the vault.
  var vault: String

  /// The folder of what is remembered about the vault outside it.
  var state: String

  /// The folders where shared data may lie, the person's own first.
  var data: [String]

  /// Works out the folders.
  ///
  /// - Parameters:
  ///   - home: A folder that holds everything; `nil` for the usual places.
  ///   - environment: The variables of the process.
  /// - Throws: ``Failure`` when neither a home folder nor a data folder is known.
  init(home: String?, environment: [String: String]) throws {
    let set = { (name: String) in environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let shared = (set("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share")
      .split(separator: ":").map(String.init)
    if let home {
      vault = "\(home)/kith"
      state = "\(home)/state"
      data = shared
      return
    }
    let own = set("XDG_DATA_HOME") ?? set("HOME").map { "\($0)/.local/share" }
    let remembered = set("XDG_STATE_HOME") ?? set("HOME").map { "\($0)/.local/state" }
    guard let own, let remembered else {
      throw Failure(
        message: "no home folder is known, so there is no place to keep anything",
        hint: "set HOME, or name a folder with --home DIR")
    }
    vault = "\(own)/kith"
    state = "\(remembered)/kith"
    data = [own] + shared
  }
}
