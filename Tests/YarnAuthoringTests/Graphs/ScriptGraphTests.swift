import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `A graph of scripts` {
  private func graph() throws -> ScriptGraph {
    let text = """
      title: Start
      ---
      <<declare $next = "Aside">>
      <<detour Aside>>
      <<jump {$next}>>
      ===
      title: Aside
      ---
      <<jump Greetings>>
      <<jump Nowhere>>
      ===
      title: Greetings
      subtitle: Morning
      when: always
      ---
      Good morning
      ===
      title: Forgotten
      ---
      <<jump Start>>
      <<jump Start>>
      ===
      """
    let compilation = Compiler().compile([Source(name: "a.yarn", text: text)])
    return ScriptGraph(try #require(compilation.program), startingAt: ["Start"])
  }

  @Test func `is drawn for Graphviz`() throws {
    #expect(
      try graph().dot == """
        digraph script {
          rankdir=LR;
          node [shape=box];
          "Start";
          "Aside";
          "Forgotten" [color=gray, label="Forgotten\\n(unreachable)"];
          "Nowhere" [style=dashed, color=red, label="Nowhere\\n(missing)"];
          subgraph cluster_0 {
            label="Greetings";
            "Greetings" [shape=diamond];
            "Greetings.Morning";
          }
          "Start" -> "Aside" [style=dashed];
          "Aside" -> "Greetings";
          "Aside" -> "Nowhere";
          "Greetings" -> "Greetings.Morning" [style=dotted];
          "Forgotten" -> "Start";
          "?" [shape=plaintext, label="unknown until run"];
          "Start" -> "?" [color=gray];
        }

        """)
  }

  @Test func `is drawn for Mermaid`() throws {
    #expect(
      try graph().mermaid == """
        flowchart LR
          n1["Start"]
          n2["Aside"]
          subgraph n3g["Greetings"]
            n3{"Greetings"}
            n4["Greetings.Morning"]
          end
          n5["Forgotten #40;unreachable#41;"]
          n6["Nowhere #40;missing#41;"]
          n1 -. detour .-> n2
          n2 --> n3
          n2 --> n6
          n3 -.-> n4
          n5 --> n1
          unknown(["unknown until run"])
          n1 --> unknown
          classDef faint stroke-dasharray: 4,color:#777
          class n5,n6 faint

        """)
  }
}
