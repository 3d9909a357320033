import Coach

/// Writes the sheet of paper that opens a journal when the passphrase or the program is gone.
///
/// The lines are of plain ASCII and at most 72 columns wide, so that any printer prints them; only
/// the name of a folder may hold other letters, as many rows of them as it takes. Source of the two
/// commands: the journal format, “Read it with age and jq”.
public struct RecoverySheet: Sendable {
  private static let columnCount = 72
  private static let indent = "    "

  private let recoveryCode: String
  private let armoredKey: String
  private let folder: String
  private let day: CalendarDay

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - recoveryCode: The secret key of the vault, `AGE-SECRET-KEY-1…`.
  ///   - armoredKey: The key under the passphrase, as an armored age file.
  ///   - folder: Where the vault lies.
  ///   - day: The day it is printed.
  public init(recoveryCode: String, armoredKey: String, folder: String, day: CalendarDay) {
    self.recoveryCode = recoveryCode
    self.armoredKey = armoredKey
    self.folder = folder
    self.day = day
  }

  /// The sheet, with a line break at its end.
  ///
  /// It is as secret as the journal: whoever reads it can read everything.
  public var text: String {
    [heading, code, place, commands, key].joined(separator: "\n")
  }
}

extension RecoverySheet {
  private var heading: String {
    """
    RECOVERY SHEET FOR A KITH JOURNAL
    Printed on \(day)
    ========================================================================

    Whoever holds this sheet can read the whole journal, without the
    passphrase. Keep it on paper, in a place that only you know or with
    somebody you trust, and not beside the computer. Take no picture of it,
    and keep it in no mail, cloud or notes app. If it is lost or somebody
    has seen it, type: kith journal rekey. That makes a new key, and then
    this sheet opens no file that is written from then on.

    """
  }

  private var code: String {
    """
    1. THE RECOVERY CODE

    \(rows(of: recoveryCode, width: 37))

    Type the rows as one line, without a space. In kith it takes the place
    of the passphrase, in capitals or small letters. After the 1 there are
    no letters B, I and O and no other 1.

    """
  }

  private var place: String {
    """
    2. THE FILES

    \(rows(of: folder, width: Self.columnCount - Self.indent.count))

        journal.age    everything that was written, sealed
        key.age        the key, sealed under the passphrase
        backups        the journal as it was on earlier days
        inbox, drafts  notes and sittings not yet in the journal

    A copy of the folder on another disk is as good as the folder itself.
    This sheet does not replace the files: without them there is nothing
    to open.

    """
  }

  private var commands: String {
    """
    3. WITHOUT KITH

    The files are of an open format: age, version 1, age-encryption.org.
    Install the program "age" and go to the folder. With the passphrase:

        age -d -i key.age journal.age > journal.txt

    With the recovery code, typed as one line into the file code.txt:

        age -d -i code.txt journal.age > journal.txt

    Each line of journal.txt is one entry, and anyone can read it. Remove
    code.txt and journal.txt when you are done.

    """
  }

  private var key: String {
    """
    4. THE FILE KEY.AGE

    If that file is lost or damaged, type these lines into a file of the
    same name. The passphrase of the day of printing opens it.

    \(armoredKey.split(separator: "\n").joined(separator: "\n"))

    """
  }

  private func rows(of text: String, width: Int) -> String {
    var rest = text[...]
    var rows: [String] = []
    while !rest.isEmpty {
      rows.append(Self.indent + rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return rows.joined(separator: "\n")
  }
}
