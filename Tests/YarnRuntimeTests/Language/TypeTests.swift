import Testing

@Suite struct `The type of a variable` {
  @Test func `has its first value before any script runs, wherever it is declared`() throws {
    let script = try Script(files: [
      "title: Start\n---\n{$a} {$b} {$c} {$d}\n===\n",
      """
      title: Other
      ---
      <<declare $a = 12>>
      <<declare $b to "s" as string>>
      <<declare $c = false as bool>>
      <<declare $d = -3 as number>>
      ===

      """,
    ])

    #expect(try script.play() == ["12 s False -3"])
  }

  @Test(arguments: [
    ("{$n + 0}", "0"), ("{$s + \"!\"}", "!"), ("{not $b}", "True"), ("{round($n)}", "0"),
    ("{$s == \"yes\"}", "False"), ("no <<if $b>>\nyes <<if not $b>>", "yes"),
    ("<<set $x = $y>>\n<<set $y = 1>>\n{$x}", "0"),
    ("<<once if $b>>\nno\n<<else>>\nyes\n<<endonce>>", "yes"),
  ])
  func `that nobody declared gets a type from its use`(body: String, text: String) throws {
    #expect(try Script(body).play() == [text])
  }

  @Test func `gets its type from another file`() throws {
    let script = try Script(files: [
      "title: Start\n---\n{$a} {$b}\n<<set $b = $a>>\n===\n",
      "title: Other\n---\n<<set $a = \"x\">>\n===\n",
    ])

    #expect(try script.play() == [" "])
  }

  @Test func `may have any name`() throws {
    let script = try Script(
      "<<set $_a1 = 1>>\n<<set $élan = 2>>\n<<set $名前 = 3>>\n<<set $A = 4>>\n<<set $a = 5>>\n"
        + "<<set $true = 6>>\n{$_a1}{$élan}{$名前}{$A}{$a}{$true}")

    #expect(try script.play() == ["123456"])
  }

  @Test(
    arguments: [
      ("<<declare $x = 1>>\n<<set $x = true>>", ["YS0050"]),
      ("<<declare $x = 1>>\n<<declare $x = 1>>", ["YS0039", "YS0039"]),
      ("<<declare $x = 1 as string>>", ["YS0053"]), ("{$x}", ["YS0029"]),
      ("<<set $x = 1>>\n<<set $x = \"a\">>", ["YS0050"]), ("<<if 1>>\n<<endif>>", ["YS0050"]),
      ("<<once if \"a\">>\nx\n<<endonce>>", ["YS0050"]), ("-> a <<if 1>>", ["YS0050"]),
      ("<<jump {1}>>", ["YS0050"]), ("<<detour {true}>>", ["YS0050"]),
    ] as [(String, [String])])
  func `keeps one type`(body: String, codes: [String]) {
    #expect(Script.errors(in: body) == codes)
  }
}

@Suite struct `A smart variable` {
  @Test func `is worked out anew from variables, functions and other smart variables`() throws {
    let script = try Script(
      """
      <<declare $n = 1>>
      <<declare $double = $n * 2>>
      <<declare $big = $double > 5 as bool>>
      <<declare $text = "n is " + string(max(2, $n))>>
      {$double} {$big} {$text}
      <<set $n = 7>>
      {$double} {$big} {$text}
      big <<if $big>>
      -> yes <<if $big>>
      -> no <<if not $big>>
      """)

    #expect(
      try script.play() == ["2 False n is 2", "14 True n is 7", "big", "-> yes", "-x no"])
  }

  @Test func `can be an enum or ask about one`() throws {
    let script = try Script(
      """
      <<enum M>>
      <<case Low>>
      <<case High>>
      <<endenum>>
      <<declare $m = M.Low>>
      <<declare $isHigh = $m == .High>>
      <<declare $copy = $m>>
      {$isHigh} {$copy} {$copy == .Low}
      <<set $m = .High>>
      {$isHigh} {$copy} {$copy == M.High}
      """)

    #expect(try script.play() == ["False 0 True", "True 1 True"])
  }

  @Test(
    arguments: [
      ("<<declare $a = 1 + 1>>\n<<set $a = 3>>", ["YS0030"]),
      ("<<declare $a = 1 + 1>>\n<<set $a += 3>>", ["YS0030"]),
      ("<<declare $a = $a + 1>>", ["YS0045"]),
      ("<<declare $a = max($b, 1)>>\n<<declare $b = $a + 1>>", ["YS0045", "YS0045"]),
      ("<<declare $a = 1 + 1 as string>>", ["YS0053"]),
    ] as [(String, [String])])
  func `is never set and never asks for itself`(body: String, codes: [String]) {
    #expect(Script.errors(in: body) == codes)
  }
}

@Suite struct `An enum` {
  let cases = """
    <<enum Size>>
        // cases may be far apart

        <<case Small>> // 0
        <<case Big>>
    <<endenum>>
    <<enum Planet>>
    <<case Earth = 3>>
    <<case Nowhere = -1>>
    <<endenum>>
    <<enum Place>>
    <<case Home = "Kitchen">>
    <<case Away = "two words">>
    <<endenum>>

    """

  @Test func `shows the value of its case, or its number from zero`() throws {
    let script = try Script(
      cases + "{Size.Small} {Size.Big} {Planet.Earth} {Planet.Nowhere} {Place.Away}\n"
        + "<<go {Place.Home}>>\n{string(Planet.Earth)} {number(Planet.Earth) + 1}")

    #expect(try script.play() == ["0 1 3 -1 two words", "<<go Kitchen>>", "3 4"])
  }

  @Test func `is compared and set, with its name or without where the type is known`() throws {
    let script = try Script(
      cases + "<<declare $s = .Big as Size>>\n{$s == .Big} {.Small == $s} {$s is Size.Big}\n"
        + "<<set $s to .Small>>\n{$s != .Big}\n<<set $p = Planet.Earth>>\n{$p == .Earth}")

    #expect(try script.play() == ["True False True", "True", "True"])
  }

  @Test func `of texts can name the node to go to, and is a text to a function`() throws {
    let script = try Script(
      source: "title: Start\n---\n\(cases)<<declare $p = Place.Home>>\n{visited($p)}\n"
        + "<<jump {$p}>>\n===\ntitle: Kitchen\n---\nkitchen {max(Planet.Earth, 2)}\n===\n")

    #expect(try script.play() == ["False", "kitchen 3"])
  }

  @Test func `is known in every file of the project`() throws {
    let script = try Script(files: [
      "title: Start\n---\n<<declare $s = Size.Big>>\n{$s}\n===\n",
      "title: Other\n---\n\(cases)===\n",
    ])

    #expect(try script.play() == ["1"])
  }

  @Test(
    arguments: [
      ("{Size.Small + 1}", ["YS0050"]), ("{Size.Small < Size.Big}", ["YS0050"]),
      ("{Planet.Earth == 3}", ["YS0050"]), ("{Size.Small == Planet.Earth}", ["YS0050"]),
      ("<<set $x = 1>>\n<<set $x = Planet.Earth>>", ["YS0050"]), ("{Size.Huge}", ["YS0038"]),
      ("<<if Size.Big>>\n<<endif>>", ["YS0050"]), ("{visited(Planet.Earth)}", ["YS0050"]),
      ("<<jump {Planet.Earth}>>", ["YS0050"]),
      ("<<enum Size>>\n<<case A>>\n<<endenum>>", ["YS0040"]),
      ("<<enum E>>\n<<endenum>>", ["YS0006"]),
      ("<<enum E>>\n<<case A = 1>>\n<<case B>>\n<<endenum>>", ["YS0035"]),
      ("<<enum E>>\n<<case A = \"a\">>\n<<case B>>\n<<endenum>>", ["YS0035"]),
      ("<<enum E>>\n<<case A = \"a\">>\n<<case B = 1>>\n<<endenum>>", ["YS0035"]),
      ("<<enum E>>\n<<case A = 1>>\n<<case B = 1>>\n<<endenum>>", ["YS0035", "YS0035"]),
    ] as [(String, [String])])
  func `is never taken for another type`(body: String, codes: [String]) {
    #expect(Script.errors(in: cases + body) == codes)
  }
}
