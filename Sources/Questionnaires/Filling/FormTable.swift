/// A repeating group shown as a table: one row for each repetition.
public struct FormTable: Equatable, Sendable {
  /// One column.
  public struct Column: Equatable, Sendable {
    /// The question.
    public var linkID: LinkID
    /// The question's text, the short one where there is one.
    public var text: String
  }

  /// One row.
  public struct Row: Equatable, Sendable {
    /// The place of the repetition.
    public var path: ItemPath
    /// The number of the row, counted from 1.
    public var number: Int
    /// What the person calls it.
    public var label: PrivateText?
    /// The answers, one for each column; empty where there is none.
    public var cells: [PrivateText]
  }

  /// The text of the group.
  public var title: String
  /// The columns, in the order of the form.
  public var columns: [Column]
  /// The rows that hold answers.
  public var rows: [Row]
}

extension FormTree {
  /// The table of a repeating group; `nil` unless the form wants one and every question in it is
  /// answered in one line.
  func table(of index: Int) -> FormTable? {
    let group = form.items[nodes[index].item]
    guard group.repeats, group.presentation.isTable, !group.items.isEmpty,
      group.items.allSatisfy(\.isSingleLine)
    else { return nil }
    let shown = form.children(of: nodes[index].item).filter { !form.isHidden[$0] }
    let columns = shown.map { place in
      let item = form.items[place]
      return FormTable.Column(linkID: item.linkID, text: item.presentation.shortText ?? item.text)
    }
    let rows = repetitions(of: index).filter { answeredCount(within: $0) > 0 }.map { node in
      let cells = children(of: node).filter { shown.contains(nodes[$0].item) }.map {
        nodes[$0].isEnabled ? item(of: $0).words(for: nodes[$0].answers) : PrivateText("")
      }
      return FormTable.Row(
        path: nodes[node].path, number: (nodes[node].path.steps.last?.index ?? 0) + 1,
        label: label(of: node), cells: cells)
    }
    return FormTable(title: group.text, columns: columns, rows: rows)
  }

  /// The nodes that a node holds, without those further in.
  func children(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = index + 1
    while next < nodes[index].end {
      found.append(next)
      next = nodes[next].end
    }
    return found
  }
}

extension Item {
  /// Whether it is a question whose answer stands in one line.
  fileprivate var isSingleLine: Bool {
    switch type {
    case .group, .display, .text, .unsupported: false
    default: items.isEmpty
    }
  }
}
