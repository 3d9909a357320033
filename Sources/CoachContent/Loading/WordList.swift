/// The words that passphrases are suggested from, in `passphrase-words.txt`.
public struct WordList: Sendable {
  private let folder: ContentFolder

  /// Makes a reader of a content folder; nothing is read yet.
  public init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// Reads the list, one word a line.
  ///
  /// - Throws: ``ContentFaults`` when the file is missing or has too few words to be safe.
  public func text() throws -> String {
    let file = try folder.file("passphrase-words.txt")
    guard Set(file.text.split(separator: "\n")).count >= 2048 else {
      throw ContentFaults(faults: [
        ContentFault(
          "KI0124", file: file.name, "2048 different words are needed, 11 bits each")
      ])
    }
    return file.text
  }
}
