/// Bounds within which an archive is read; beyond them it is taken for a bomb.
struct ZipLimits: Sendable {
  /// The greatest number of files in the archive.
  var entries = 10_000
  /// The greatest size of its directory, in bytes.
  var directoryBytes = 4 << 20
  /// The greatest size of all that is inflated, in bytes: a million rows of ten cells fit.
  var inflatedBytes = 512 << 20
  /// How many times its compressed size a file may have; spreadsheets reach some tens.
  var ratio = 200
  /// What a file may have whatever the ratio, in bytes.
  var freeBytes = 16 << 20
}
