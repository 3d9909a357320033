import Testing
import YarnRuntime

@Suite struct `A script that goes wrong` {
  private func error(_ body: String, library: Library = Library()) throws -> DialogueError? {
    let script = try Script(body, library: library)
    do {
      _ = try script.play()
      return nil
    } catch let error as DialogueError {
      return error
    }
  }

  @Test(arguments: [
    ("one\n<<set $x = 1 % 0>>", 4, DialogueError.Problem.divisionByZero),
    ("one\ntwo {dice(0)}", 4, .functionFailed("dice")),
    ("one\n{random_range(1, 1 / 0)}", 4, .functionFailed("random_range")),
    ("one\n{random_range(5, 1)}", 4, .functionFailed("random_range")),
    ("one\n{random_range(0 / 0, 1)}", 4, .functionFailed("random_range")),
    ("{random_range_float(0, 1 / 0)}", 3, .functionFailed("random_range_float")),
    ("{dice(99999999999999999999)}", 3, .functionFailed("dice")),
    ("-> one\n-> two {number(\"x\")}", 4, .functionFailed("number")),
    ("-> one\n-> two <<if bool(\"x\")>>", 4, .functionFailed("bool")),
    ("=> one\n=> two <<if bool(\"x\")>>", 4, .functionFailed("bool")),
    (
      "one\n<<if true>>\n<<elseif bool(\"x\")>>\n<<endif>>\n{number(\"y\")}", 7,
      .functionFailed("number")
    ),
    ("one\n<<if false>>\n<<elseif bool(\"x\")>>\n<<endif>>", 5, .functionFailed("bool")),
    ("one\n<<call bool(\"x\")>>", 4, .functionFailed("bool")),
    ("one\n<<go {bool(\"x\")}>>", 4, .functionFailed("bool")),
    ("one\n<<jump {\"Nowhere\"}>>", 4, .unknownNode("Nowhere")),
    ("one\n<<detour {\"Nowhere\"}>>", 4, .unknownNode("Nowhere")),
    ("one\n<<jump Nowhere>>", 4, .unknownNode("Nowhere")),
    ("one\n<<detour Start>>", 4, .stackOverflow(node: "Start")),
    ("<<jump Start>>", 3, .endlessLoop(node: "Start")),
    ("one\n<<once if bool(\"x\")>>\ntwo\n<<endonce>>", 4, .functionFailed("bool")),
  ])
  func `says what is wrong and on which line`(
    body: String, line: Int, problem: DialogueError.Problem
  ) throws {
    #expect(try error(body) == DialogueError(problem, at: Script.place(line)))
  }

  @Test func `says it in the form compilers use`() throws {
    #expect(
      try error("one\n{1 % 0}")?.description
        == "test.yarn:4: in the node ‘Start’: the right side of ‘%’ is zero; "
        + "guard it with a condition")
  }

  @Test func `names the node whose condition cannot be worked out`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<detour Talk>>
        ===
        title: Talk
        subtitle: a
        when: bool("x")
        ---
        a
        ===
        """)

    #expect(throws: DialogueError(.functionFailed("bool"), at: Script.place(7, in: "Talk.a"))) {
      try script.play()
    }
  }

  @Test func `misses a function that the host left out`() throws {
    var library = Library()
    library.register("mood", returns: .number) { _ in .number(1) }
    var dialogue = try Script("one\n{mood()}", library: library).dialogue()
    _ = try dialogue.next(using: Library())
    _ = try dialogue.next(using: Library())

    #expect(throws: DialogueError(.unknownFunction("mood"), at: Script.place(4))) {
      try dialogue.next(using: Library())
    }
  }

  @Test func `finds a value that the host stored with the wrong type`() throws {
    var dialogue = try Script("<<declare $n = 1>>\n{$n + 1}").dialogue()
    dialogue.memory.variables["$n"] = .string("x")
    _ = try dialogue.next(using: Library())

    #expect(throws: DialogueError(.typeMismatch(operation: "+"), at: Script.place(4))) {
      try dialogue.next(using: Library())
    }
  }

  /// A chain of smart variables; each reads the next one so many times.
  private func chain(_ length: Int, width: Int) -> String {
    var body = "<<declare $v0 = 1>>\n"
    for index in 1...length {
      let term = [String](repeating: "$v\(index - 1)", count: width).joined(separator: " + ")
      body += "<<declare $v\(index) = 0 + \(term)>>\n"
    }
    return body + "{$v\(length)}"
  }

  @Test func `may chain smart variables, but not without end`() throws {
    #expect(try Script(chain(400, width: 1)).play() == ["1"])
    #expect(try error(chain(40, width: 2))?.place == Script.place(44))
  }

  @Test(arguments: ["1 / 0", "-1 / 0", "0 / 0", "99999999 * 99999999 * 99999999 * 99999999"])
  func `survives numbers without bounds`(number: String) throws {
    let functions = ["round", "floor", "ceil", "int", "decimal", "inc", "dec", "format_invariant"]
    for function in functions {
      #expect(try Script("{\(function)(\(number))}").play().count == 1)
    }
    for pattern in [
      "{0}", "{0:N2}", "{0:D}", "{0:X}", "{0:F99}", "{0:P0}", "{0:00.00}", "{0,99999999999}",
      "{0:D99999999999}",
    ] {
      _ = try error("{format(\"\(pattern)\", \(number))}")
    }
    for expression in ["5 % (\(number))", "round_places(1, \(number))", "dice(\(number))"] {
      _ = try error("{\(expression)}")
    }
  }

  @Test func `survives counts that the host spoiled`() throws {
    let script = try Script("=> A\n=> B\n{visited_count(\"Start\")}")
    for value in [Value.number(.nan), .number(.infinity), .string("x"), .number(-5)] {
      for strategy in SaliencyStrategy.allCases {
        var dialogue = try script.dialogue(saliency: strategy)
        for id in script.program.lines.keys {
          dialogue.memory.variables["$Yarn.Internal.Content.ViewCount.\(id)"] = value
        }
        dialogue.memory.variables["$Yarn.Internal.Visiting.Start"] = value
        #expect(try script.play(&dialogue).count == 2)
      }
    }
  }
}
