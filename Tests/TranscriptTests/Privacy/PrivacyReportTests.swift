import Console
import Foundation
import Testing

@testable import kith

@Suite struct `What kith says of a computer` {
  let computer: FakeComputer

  init() throws {
    computer = try FakeComputer()
  }

  @Test func `is calm where there is nothing to say`() throws {
    // The account that runs the tests owns the files, whatever its number.
    try computer.write("ana:x:\(getuid()):1000::/home/ana:/bin/bash\n", "/etc/passwd")
    let report = try computer.report()
    #expect(report.findings.filter { $0.state != .fine } == [])
    #expect(
      report.findings.map(\.topic) == [
        .files, .place, .trace, .disk, .swap, .dumps, .temporary, .terminal, .history,
        .administrators,
      ])
  }

  @Test(arguments: [
    ("/journal.age", 0o640, "1 file or folder of the vault can be opened by other accounts."),
    ("", 0o755, "1 file or folder of the vault can be opened by other accounts."),
    ("/recipient", 0o666, "1 file or folder of the vault can be opened by other accounts."),
  ])
  func `tells of files that are open`(path: String, mode: Int, says: String) throws {
    try computer.setMode(mode, "/home/ana/.local/share/kith\(path)")
    let finding = try computer.finding(.files)
    #expect(finding.state == .look)
    #expect(finding.says.hasPrefix(says))
    #expect(finding.advice == "chmod -R go-rwx '/home/ana/.local/share/kith' closes them.")
  }

  @Test(arguments: [
    ("/home/ana/Dropbox", "Dropbox"), ("/home/ana/OneDrive - Work", "OneDrive"),
    ("/home/ana/Nextcloud/notes", "Nextcloud"), ("/home/ana/Google Drive", "Google Drive"),
  ])
  func `tells of a folder that is copied elsewhere`(home: String, service: String) throws {
    let finding = try computer.finding(.place, home: home)
    #expect(finding.state == .look)
    #expect(finding.says.contains("a folder that \(service) copies"))
  }

  @Test(arguments: [
    (".stfolder/x", "Syncthing"), (".dropbox", "Dropbox"), (".git/HEAD", "git"),
  ])
  func `knows such a folder by what lies in it`(mark: String, service: String) throws {
    try computer.write("", "/home/ana/.local/share/\(mark)")
    #expect(try computer.finding(.place).says.contains("a folder that \(service) copies"))
  }

  @Test func `sees through a symbolic link to such a folder`() throws {
    try computer.write("", "/home/ana/Dropbox/vault/kith/journal.age")
    try computer.link("/home/ana/private", to: "Dropbox/vault")
    #expect(try computer.finding(.place, home: "/home/ana/private").state == .look)
  }

  @Test(arguments: [
    ("/dev/dm-0 partition 100 0 -2", PrivacyFinding.State.fine),
    ("/dev/sda2 partition 100 0 -2", .look), ("/dev/zram0 partition 100 0 100", .fine),
    ("/swapfile file 100 0 -2", .fine), ("/dev/sda2 x\n/dev/dm-0 x", .look),
    ("/dev/dm-1 partition 100 0 -2", .fine),
  ])
  func `tells whether memory on disk is encrypted`(line: String, state: PrivacyFinding.State) throws
  {
    try computer.write("", "/sys/class/block/sda2/size")
    // A volume on an encrypted disk.
    try computer.write("LVM-1\n", "/sys/class/block/dm-1/dm/uuid")
    try computer.write("", "/sys/class/block/dm-1/slaves/dm-0")
    for name in ["sda2", "dm-1", "dm-0"] { try computer.write("", "/dev/\(name)") }
    try computer.write("Filename Type Size\n\(line)\n", "/proc/swaps")
    #expect(try computer.finding(.swap).state == state)
  }

  @Test(arguments: [
    ("ext4", "/dev/sda1", PrivacyFinding.State.look), ("ext4", "/dev/mapper/home", .fine),
    ("nfs4", "server:/home", .unknown), ("fuse.gocryptfs", "/home/.crypt", .fine),
  ])
  func `tells whether the disk is encrypted`(
    type: String, source: String, state: PrivacyFinding.State
  ) throws {
    try computer.write("", "/sys/class/block/sda1/size")
    try computer.write("", "/dev/sda1")
    try computer.mount(["/": ("ext4", "/dev/none"), "/home": (type, source)])
    #expect(try computer.finding(.disk).state == state)
  }

  @Test func `knows that crashes are collected`() throws {
    try computer.write("|/usr/lib/systemd/systemd-coredump %P\n", "/proc/sys/kernel/core_pattern")
    #expect(try computer.finding(.dumps).says.hasSuffix("kith forbids that for itself."))
  }

  @Test(arguments: [
    (["TMUX": "/tmp/tmux-1000/default,1,0"], "bash", "This window runs in tmux"),
    (["STY": "123.pts-0"], "bash", "This window runs in screen"),
    ([:], "script", "This window is recorded by 'script'"),
    ([:], "tmux: server", "This window runs in tmux: server"),
    (["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], "bash", "You are connected from another"),
  ])
  func `tells what remembers the window`(set: [String: String], parent: String, says: String) throws
  {
    computer.environment.merge(set) { $1 }
    try computer.write("Name:\t\(parent)\nPPid:\t1\n", "/proc/20/status")
    let finding = try computer.finding(.terminal)
    #expect(finding.state == .look)
    #expect(finding.says.hasPrefix(says))
  }

  @Test func `counts lines of histories and shows none`() throws {
    try computer.write(
      "ls\nkith\nkith journal search canary\nmake kithara\ncd x && kith note canary\n"
        + "echo canary | kith note\n./kith inventory --list\n", "/home/ana/.bash_history")
    try computer.write(": 1700000000:0;kith inventory canary\n", "/home/ana/.zsh_history")
    try computer.write("- cmd: kith mood\n", "/home/ana/.local/share/fish/fish_history")
    let finding = try computer.finding(.history)
    #expect(
      finding.says.hasPrefix(
        "7 lines with 'kith' in /home/ana/.bash_history, /home/ana/.zsh_history, "
          + "/home/ana/.local/share/fish/fish_history. 3 of them have words"))
    #expect(!"\(finding)".contains("canary"))
  }

  @Test func `names who else administers the computer`() throws {
    try computer.write(
      "root:x:0:0:::\nana:x:1000:1000:::\nboss:x:1001:27:::\ntoor:x:0:0:::\n", "/etc/passwd")
    try computer.write("sudo:x:27:ana,zoe\nwheel:x:10:zoe,root\nana:x:1000:bob\n", "/etc/group")
    #expect(
      try computer.finding(.administrators, user: 1000).says.hasPrefix(
        "3 other accounts may administer this computer: boss, toor, zoe."))
  }

  @Test func `tells what the files show to anybody`() throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_795_000_000)],
      ofItemAtPath: computer.root + "/home/ana/.local/share/kith/journal.age")
    try computer.write("GB\n", "/home/ana/.local/share/kith/country")
    #expect(
      try computer.finding(.trace).says
        == "The journal was saved last on 2026-11-18 11:06 UTC; anybody who can list the folder "
        + "sees that. So do they see that 1 sealed note or draft waits. Two letters for your "
        + "country lie outside the seal, so that help can come first.")
  }

  @Test func `does not stumble over an empty computer`() throws {
    let view = SystemView(
      root: computer.root + "/nowhere", environment: [:], user: 1, process: 1,
      folders: try Folders(home: "/x", environment: [:]))
    let report = PrivacyReport(view)
    #expect(report.findings.count { $0.state == .unknown } == 4)
    #expect(report.cannotHide.count == 6)
  }

  @Test(arguments: [(40, true), (80, true), (80, false)])
  func `fits the window`(columns: Int, isPlain: Bool) throws {
    let output = Output()
    let terminal = Terminal(rows: 24, columns: columns, isPlain: isPlain)
    let screen = Screen(
      output: output, keyboard: .scripted([], echoingTo: output), secret: { _ in nil },
      terminal: { terminal })
    try PrivacyView(screen: screen).show(try computer.report())
    // The path of the vault is one word.
    let long = output.text.split(separator: "\n").filter {
      $0.count > columns && !$0.contains("/home/ana")
    }
    #expect(long == [])
    #expect(!output.text.contains("!"))
  }
}
