public import YuiStorage
public import YuiText
public import YuiWeb

/// What the cases of a module are: its states and moves, clocks, permissions, tables.
///
/// ```swift
/// static let cases = CaseDefinition(
///   module: "permits", tables: "permits", path: "/staff/permits",
///   states: [
///     CaseState("new", name: …, color: .blue, isOpen: true),
///     CaseState("granted", name: …, color: .green, isOpen: false),
///   ],
///   moves: [CaseMove(to: "granted", from: ["new"], name: …, key: "g")],
///   permissions: .init(read: "permits:read", work: "permits:work", release: "permits:release"))
/// ```
public struct CaseDefinition: Sendable {
  /// Who may do what with cases.
  public struct Permissions: Sendable {
    /// Reads cases.
    public let read: Permission
    /// Moves, assigns, tags, notes and merges cases, and drafts replies.
    public let work: Permission
    /// Releases a reply to the public.
    public let release: Permission

    /// Names the permissions, which are the module's.
    public init(read: Permission, work: Permission, release: Permission) {
      self.read = read
      self.work = work
      self.release = release
    }
  }

  /// The module's identifier, with which events begin: `reviews.case.moved`.
  public let module: String
  /// What the names of the tables begin with: the module's identifier, with underscores.
  public let tables: StaticString
  /// Where the inbox stands: `/staff/reviews`.
  public let path: String
  /// Every state; a case begins in the first.
  public let states: [CaseState]
  /// Every move that is allowed.
  public let moves: [CaseMove]
  /// What has to be done by when.
  public let clocks: [CaseClock]
  /// Who may do what.
  public let permissions: Permissions
  /// The days that are counted for each step; nil where the way of a case through its states is not
  /// kept.
  public let steps: WorkCalendar?
  /// The index of the subjects' words, by subject; nil where nothing is searched.
  public let words: TextIndex?
  /// Told of a change in the transaction that makes it.
  public let changed: @Sendable (CaseChange, Transaction) throws -> Void

  /// Defines cases; a move between states that are not there is a mistake that stops the program.
  ///
  /// - Parameter steps: keeps the way of a case through its states, in tables of their own
  ///   (``stepsMigration(_:)``), and the days of each step. Clocks that run from entering a state and
  ///   moves that need a reason ask for it.
  public init(
    module: String, tables: StaticString, path: String, states: [CaseState], moves: [CaseMove],
    clocks: [CaseClock] = [], steps: WorkCalendar? = nil, permissions: Permissions,
    words: TextIndex? = nil,
    changed: @escaping @Sendable (CaseChange, Transaction) throws -> Void = { _, _ in }
  ) {
    let codes = Set(states.map(\.code))
    precondition(!states.isEmpty && codes.count == states.count, "states need names of their own")
    precondition(
      moves.allSatisfy { codes.contains($0.to) && $0.from.isSubset(of: codes) }
        && Set(moves.map(\.to)).count == moves.count, "a move leads nowhere, or two to one state")
    precondition(
      Set(moves.compactMap(\.key)).isDisjoint(with: InboxKeys.taken), "a key has a meaning already")
    precondition(
      clocks.allSatisfy { $0.states.union($0.stopped).isSubset(of: codes) },
      "a clock runs in a state that is not there")
    precondition(
      steps != nil
        || clocks.allSatisfy { $0.start == .opening } && moves.allSatisfy { $0.reason == nil },
      "clocks from entering a state and reasons need steps")
    self.module = module
    self.tables = tables
    self.path = path
    self.states = states
    self.moves = moves
    self.clocks = clocks
    self.steps = steps
    self.permissions = permissions
    self.words = words
    self.changed = changed
  }

  /// The state with which a case begins.
  public var firstState: CaseState { states[0] }

  /// The state of this name.
  public func state(_ code: String) -> CaseState? { states.first { $0.code == code } }

  /// The moves that lead from a state.
  public func moves(from state: String) -> [CaseMove] {
    moves.filter { $0.from.contains(state) && $0.to != state }
  }

  /// The move between two states; nil where there is none.
  public func move(from state: String, to target: String) -> CaseMove? {
    moves(from: state).first { $0.to == target }
  }

  /// The day by which somebody has to act: the first of the clocks that run in a state.
  ///
  /// - Parameter stays: where the case has been, with the state it is in as the last.
  public func due(
    in state: String, openedOn day: CalendarDate, stays: [CaseStay] = []
  ) -> CalendarDate? {
    clocks.compactMap { $0.due(openedOn: day, stays: stays, state: state) }.min()
  }
}
