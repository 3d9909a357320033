import Console
import JournalStorage

/// Shows what erasing removed, and what it could not reach.
struct ReceiptView {
  let screen: Screen

  /// Shows a receipt.
  func show(_ receipt: ErasureReceipt) throws {
    try screen.say(receipt.isComplete ? "Erased:" : "Erased, as far as it went:")
    try screen.write(receipt.removed.map { screen.margin + $0 } + [""])
    for error in receipt.refused { try screen.item("!", "\(error)".sentence) }
    for path in receipt.strangeFiles {
      try screen.item("-", "\(path) is no file of kith's; it was left alone.")
    }
    if !receipt.refused.isEmpty || !receipt.strangeFiles.isEmpty { try screen.write([""]) }
    try screen.show(receipt.unreachable)
    try screen.say(
      "The command lines you typed may still stand in your shell's history, and the program itself "
        + "is still installed.")
  }
}
