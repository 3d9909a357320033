import Testing
import YarnAuthoring

@Suite struct `A pattern of file names` {
  @Test(arguments: [
    ("**/*.yarn", "a.yarn", true), ("**/*.yarn", "x/y/a.yarn", true),
    ("**/*.yarn", "a.yarnproject", false), ("*.yarn", "x/a.yarn", false),
    ("*.yarn", "A.YARN", true), ("x/**", "x/y/z", true), ("x/**", "y/x/z", false),
    ("x/", "x/y/z", true), ("./a.yarn", "a.yarn", true), ("x\\*.yarn", "x/a.yarn", true),
    ("x/**/y/*.yarn", "x/y/a.yarn", true), ("x/**/y/*.yarn", "x/1/2/y/a.yarn", true),
    ("x/**/y/*.yarn", "x/1/2/a.yarn", false), ("a?.yarn", "ab.yarn", true),
    ("a?.yarn", "a.yarn", false), ("*a*b*", "xaxbx", true), ("*a*b*", "xbxax", false),
    ("**", "x/y", true), ("ä*.yarn", "Äpfel.yarn", true),
  ])
  func `takes names for what it says`(pattern: String, path: String, matches: Bool) throws {
    #expect(try #require(GlobPattern(pattern)).matches(path) == matches)
  }

  @Test(arguments: ["", "/etc/*", "..", ".", "a/.."])
  func `is none when it leads nowhere`(text: String) {
    #expect(GlobPattern(text) == nil)
  }

  @Test(arguments: [
    ("**/*.yarn", 0, "", true), ("../shared/*.yarn", 1, "shared", false),
    ("x/y/../z/*.yarn", 0, "x/z", false), ("../../a.yarn", 2, "", false), ("x/**", 0, "x", true),
    ("Scripts/*/a.yarn", 0, "Scripts", true),
  ])
  func `tells where to look`(text: String, ascents: Int, folder: String, isDeep: Bool) throws {
    let pattern = try #require(GlobPattern(text))
    #expect(pattern.ascents == ascents)
    #expect(pattern.folder == folder)
    #expect(pattern.isDeep == isDeep)
  }

  @Test func `is matched in bounded time`() throws {
    let pattern = try #require(GlobPattern(String(repeating: "**/*a*a*a*a*a*/", count: 20) + "b"))
    #expect(
      !pattern.matches(String(repeating: String(repeating: "a", count: 100) + "/", count: 50)))
  }
}
