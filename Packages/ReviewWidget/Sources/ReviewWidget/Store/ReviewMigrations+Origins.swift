import YuiStorage

extension ReviewMigrations {
  /// Which pages may show a service's form.
  static let origins = Migration(
    8, "origins whose pages may show a service's form",
    ["ALTER TABLE reviews_services ADD COLUMN origins TEXT NOT NULL DEFAULT ''"])
}
