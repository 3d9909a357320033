import Glibc

/// The programs that were built along with the tests.
public enum Products {
  /// Finds a program, which lies beside the running test bundle.
  ///
  /// - Parameter name: The name of the executable target.
  /// - Returns: Its path.
  public static func path(of name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: bytes, as: UTF8.self)
    let folder = own.lastIndex(of: "/").map { own[..<$0] } ?? ""
    return "\(folder)/\(name)"
  }
}
