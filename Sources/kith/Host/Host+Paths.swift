import FoundationEssentials

extension Host {
  /// The whole path of a file that was named on the command line.
  func absolutePath(of name: String) -> String {
    let path =
      name.hasPrefix("/") ? name : "\(FileManager.default.currentDirectoryPath)/\(name)"
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
