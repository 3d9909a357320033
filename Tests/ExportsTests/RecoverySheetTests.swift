import Coach
import Testing

@testable import Exports

@Suite struct `A recovery sheet` {
  let sheet = RecoverySheet(
    recoveryCode: "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0",
    armoredKey: """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBGODdDSERKb1Q1RForMnk3
      VGk5U1BBIDE3
      -----END AGE ENCRYPTED FILE-----

      """,
    folder: "/home/ana/.local/share/kith", day: CalendarDay(year: 2026, month: 11, day: 23))

  @Test func `says all that is needed to open the journal`() {
    #expect(sheet.text == expectedSheet)
  }

  @Test func `is plain ASCII of 72 columns at most`() {
    #expect(sheet.text.utf8.allSatisfy { $0 == 10 || (32...126).contains($0) })
    #expect(sheet.text.split(separator: "\n").map(\.count).max() == 72)
  }

  @Test func `breaks the name of a deep folder into rows`() {
    let deep = RecoverySheet(
      recoveryCode: "", armoredKey: "", folder: "/" + String(repeating: "verydeep/", count: 20),
      day: CalendarDay(number: 0))

    let lines = deep.text.split(separator: "\n")

    #expect(lines.map(\.count).max() == 72)
    #expect(lines.filter { $0.contains("verydeep") }.count == 3)
  }
}

private let expectedSheet = """
  RECOVERY SHEET FOR A KITH JOURNAL
  Printed on 2026-11-23
  ========================================================================

  Whoever holds this sheet can read the whole journal, without the
  passphrase. Keep it on paper, in a place that only you know or with
  somebody you trust, and not beside the computer. Take no picture of it,
  and keep it in no mail, cloud or notes app. If it is lost or somebody
  has seen it, type: kith journal rekey. That makes a new key, and then
  this sheet opens no file that is written from then on.

  1. THE RECOVERY CODE

      AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270
      LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0

  Type the rows as one line, without a space. In kith it takes the place
  of the passphrase, in capitals or small letters. After the 1 there are
  no letters B, I and O and no other 1.

  2. THE FILES

      /home/ana/.local/share/kith

      journal.age    everything that was written, sealed
      key.age        the key, sealed under the passphrase
      backups        the journal as it was on earlier days
      inbox, drafts  notes and sittings not yet in the journal

  A copy of the folder on another disk is as good as the folder itself.
  This sheet does not replace the files: without them there is nothing
  to open.

  3. WITHOUT KITH

  The files are of an open format: age, version 1, age-encryption.org.
  Install the program "age" and go to the folder. With the passphrase:

      age -d -i key.age journal.age > journal.txt

  With the recovery code, typed as one line into the file code.txt:

      age -d -i code.txt journal.age > journal.txt

  Each line of journal.txt is one entry, and anyone can read it. Remove
  code.txt and journal.txt when you are done.

  4. THE FILE KEY.AGE

  If that file is lost or damaged, type these lines into a file of the
  same name. The passphrase of the day of printing opens it.

  -----BEGIN AGE ENCRYPTED FILE-----
  YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBGODdDSERKb1Q1RForMnk3
  VGk5U1BBIDE3
  -----END AGE ENCRYPTED FILE-----

  """
