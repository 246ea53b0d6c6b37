import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct CaseTexts {
  @Test("A reply is public when a person releases it, and not before", arguments: Engine.allCases)
  func reply(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"))
    try office.write { cases, transaction in
      try cases.draftReply("一", to: 1, by: Permits.clerk, in: transaction)
    }
    #expect(try office.read { try $0.reply(to: 1, in: $1)?.text } == nil)
    #expect(try office.read { try $0.case(1, in: $1)?.reply } == .draft)
    try office.write { cases, transaction in
      try cases.releaseReply(to: 1, by: Permits.clerk, in: transaction)
    }
    let released = try #require(try office.read { try $0.reply(to: 1, in: $1) })
    #expect(released.text == "一" && released.draft == nil)
    #expect(released.releasedBy == "clerk@example.jp" && released.releasedAt == Permits.now)
    // A new draft leaves what the public reads.
    try office.write { cases, transaction in
      try cases.draftReply("二", to: 1, by: Permits.clerk, in: transaction)
    }
    #expect(try office.read { try $0.reply(to: 1, in: $1)?.text } == "一")
    try office.write { cases, transaction in
      try cases.withdrawReply(to: 1, by: Permits.clerk, in: transaction)
    }
    let withdrawn = try #require(try office.read { try $0.reply(to: 1, in: $1) })
    #expect(withdrawn.text == nil && withdrawn.draft == "二")
    #expect(
      try office.read { try $0.history(of: 1, in: $1).map(\.kind) }.contains(.replyWithdrawn))
  }

  @Test("Nothing is released where nothing is written", arguments: Engine.allCases)
  func emptyReply(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"))
    try office.write { cases, transaction in
      try cases.draftReply("一", to: 1, by: Permits.clerk, in: transaction)
      try cases.draftReply("", to: 1, by: Permits.clerk, in: transaction)
    }
    #expect(try office.read { try $0.case(1, in: $1)?.reply } == Case.ReplyState.none)
    #expect(throws: CaseError.self) {
      try office.write { cases, transaction in
        try cases.releaseReply(to: 1, by: Permits.clerk, in: transaction)
      }
    }
  }

  @Test(
    "Notes of a case go so many days after it is closed, a released reply stays",
    arguments: Engine.allCases)
  func retention(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"), Permits.draft("b"))
    let note = "電話で確認した"
    try office.write { cases, transaction in
      for number in [1, 2] {
        try cases.note(note, on: number, by: Permits.clerk, in: transaction)
        try cases.draftReply("回答", to: number, by: Permits.clerk, in: transaction)
        try cases.releaseReply(to: number, by: Permits.clerk, in: transaction)
        try cases.draftReply("書きかけ", to: number, by: Permits.clerk, in: transaction)
      }
      try cases.move(1, to: "refused", by: Permits.clerk, in: transaction)
      #expect(try cases.forgetNotes(closedBefore: Permits.now, in: transaction) == [])
      let later = Permits.now.adding(seconds: 1)
      #expect(try cases.forgetNotes(closedBefore: later, in: transaction) == [1])
      #expect(try cases.forgetNotes(closedBefore: later, in: transaction) == [])
    }
    try office.read { cases, snapshot throws in
      #expect(try cases.notes(on: 1, in: snapshot) == [])
      #expect(try cases.reply(to: 1, in: snapshot)?.draft == nil)
      #expect(try cases.reply(to: 1, in: snapshot)?.text == "回答")
      #expect(try cases.case(1, in: snapshot)?.reply == .released)
      #expect(try cases.notes(on: 2, in: snapshot).map(\.text) == [note])
    }
  }

  @Test("Where a subject's text is erased, every text about it is", arguments: Engine.allCases)
  func erase(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"))
    try office.write { cases, transaction in
      try cases.note("内緒の覚え", on: 1, by: Permits.clerk, in: transaction)
      try cases.draftReply("書きかけ", to: 1, by: Permits.clerk, in: transaction)
      try cases.erase(subject: "a", by: Permits.clerk, in: transaction)
    }
    try office.read { cases, snapshot throws in
      #expect(try cases.notes(on: 1, in: snapshot) == [])
      #expect(try cases.reply(to: 1, in: snapshot) == nil)
      #expect(try cases.history(of: 1, in: snapshot).map(\.kind).contains(.erased))
    }
  }
}
