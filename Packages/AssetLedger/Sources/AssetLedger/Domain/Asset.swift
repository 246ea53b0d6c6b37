import YuiOpenData
import YuiText

/// Something that a municipality owns and may open for base stations: a building, land, a pole.
///
/// What nobody knows is `nil`, so that pages can say so.
struct Asset: Sendable, Hashable {
  let id: AssetID
  var assetClass: AssetClass
  /// The name as it is written, and in English.
  var name: String
  var nameEn: String?
  var place: Coordinate
  /// Why the position may be wrong.
  var doubt: PositionDoubt?

  // MARK: Whose it is, and where

  /// The body that owns it, its bureau, and its local government code (JIS X 0402).
  var owner: String?
  var bureau: String?
  var ownerCode: String?
  var address: String?
  /// The local government code of the municipality in which it lies.
  var municipality: String?
  /// How far the position may be off, in metres.
  var accuracy: Double?

  // MARK: How large and how strong it is

  /// In square metres.
  var area: Double?
  /// In metres above the ground.
  var height: Double?
  /// From the nearest street, in metres.
  var streetDistance: Double?
  var storeys: Int?
  var structure: String?
  var builtYear: Int?
  var roofUse: String?
  /// What it carries, with the unit: `300 kg/m²`.
  var load: String?

  // MARK: What is there

  var power: Supply?
  var voltage: String?
  var metering: String?
  var fibre: Supply?
  var accessHours: String?
  /// Whether somebody of the owner has to come along.
  var needsEscort: Bool?
  var constraints: Set<AssetConstraint> = []
  var constraintNote: String?
  var currentUse: String?

  // MARK: On what terms

  var availability = Availability.open
  var unsuitableReason: UnsuitableReason?
  var unsuitableNote: String?
  var legalBasis = LegalBasis.undecided
  var sharingAllowed: Bool?
  var sharingTerms: String?
  var feeBasis: String?
  var contact: String?
  var note: String?

  // MARK: Who says so, and who may know

  var source: String?
  /// The day somebody last looked whether it is as written here.
  var verifiedOn: CalendarDate?
  /// Nothing is public that nobody said is.
  var publish = PublishLevel.internal

  /// What only assets of its class have, by the names of ``AssetField/details``.
  var details: [String: String] = [:]

  /// An asset of which nothing is known but what every asset has.
  init(_ id: AssetID, _ assetClass: AssetClass, name: String, at place: Coordinate) {
    (self.id, self.assetClass, self.name, self.place) = (id, assetClass, name, place)
  }

  /// The name for readers of `Language`.
  var localizedName: LocalizedText { LocalizedText(ja: name, en: nameEn ?? "") }
}
