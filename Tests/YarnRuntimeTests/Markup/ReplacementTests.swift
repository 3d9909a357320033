import Testing
import YarnRuntime

@Suite struct `A tag that the host replaces` {
  private var replacements: MarkupReplacements {
    var replacements = MarkupReplacements()
    replacements.register("shout") { _, content, _ in
      MarkupContent(text: content.text.uppercased(), attributes: content.attributes)
    }
    replacements.register("red") { _, content, _ in
      MarkupContent(
        text: "<r>\(content.text)</r>", attributes: content.attributes, invisibleLength: 7)
    }
    replacements.register("here") { _, _, locale in MarkupContent(text: locale) }
    replacements.register("bad") { _, _, _ throws(MarkupReplacements.Failure) in
      throw MarkupReplacements.Failure("no such thing")
    }
    return replacements
  }

  private func read(_ text: String) -> MarkedText {
    MarkedText(text, locale: "fr", replacements: replacements)
  }

  @Test func `is given what it encloses`() {
    let marked = read("a [shout]b [i]c[/i][/shout] [j]d[/j]")

    #expect(marked.text == "a B C d")
    #expect(marked.attributes.map(\.name) == ["i", "j"])
    #expect(marked.attributes.map(\.position) == [4, 6])
  }

  @Test func `can add what nobody sees`() {
    let marked = read("[red]ab[/red] [j]c[/j]")

    #expect(marked.text == "<r>ab</r> c")
    #expect(marked.attributes.map(\.position) == [3])
  }

  @Test func `keeps the space behind it, and knows the language`() {
    #expect(read("in [here/] now").text == "in fr now")
  }

  @Test func `may overlap another tag`() {
    let marked = read("[shout]a[i]b[/shout]c[/i]")

    #expect(marked.text == "ABc")
    #expect(marked.attributes.map(\.length) == [2])
  }

  @Test func `leaves the line as it was when it cannot be replaced`() {
    let marked = read("x [bad/]")

    #expect(marked.text == "x [bad/]")
    #expect(
      marked.diagnostics.map(\.message) == ["the tag ‘bad’ cannot be replaced: no such thing"])
  }

  @Test func `can be who speaks`() {
    var replacements = MarkupReplacements()
    replacements.register("character") { tag, _, _ in
      MarkupContent(text: "<\(tag.value(of: "name")?.text ?? "")> ")
    }
    #expect(MarkedText("Mae: hi", replacements: replacements).text == "<Mae> hi")
  }
}
