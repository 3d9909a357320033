import Age
import Testing

@Suite struct `The spelling of a key` {
  let secret = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"

  @Test func `is read and written alike`() throws {
    let identity = try X25519Identity(string: secret)

    #expect(identity.string == secret)
    #expect(try X25519Recipient(string: identity.recipient.string) == identity.recipient)
    #expect(
      identity.recipient.string
        == "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef")
  }

  @Test(arguments: [
    "", "AGE-SECRET-KEY-1",
    "age-secret-key-1egtzvffv20835nwyv6270lxyvk2vknx2mmdkwyklmgr48uawx40q2p2lm0",
    "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM9",
    "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM",
    " AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0",
  ])
  func `of a secret is refused when any of it is wrong`(spelling: String) {
    #expect(throws: AgeError.malformedIdentity) { try X25519Identity(string: spelling) }
  }

  @Test(arguments: [
    "", "age1", "AGE1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4Q47RYEF",
    "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryee",
  ])
  func `of a recipient is refused when any of it is wrong`(spelling: String) {
    #expect(throws: AgeError.malformedRecipient) { try X25519Recipient(string: spelling) }
  }

  @Test func `of a secret shows nowhere by accident`() throws {
    let identity = try X25519Identity(string: secret)
    var dumped = ""
    dump(identity, to: &dumped)

    #expect("\(identity)" == "‹private›")
    #expect(String(reflecting: identity) == "‹private›")
    #expect(!dumped.contains("SECRET"))
  }
}
