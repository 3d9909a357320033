/// The least a Swift program can do: what it costs is the loading of the language's own library.
@main
enum Hello {
  static func main() {
    print("Hello, world")
  }
}
