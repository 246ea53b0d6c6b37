public import YuiStorage
import YuiTenancy
public import YuiText

/// What is done by itself on a server, for a program that does it in its place.
extension AssetLedger {
  /// Signs what the ledger says by now, so that it can be read and checked.
  public func signLedger(at now: Timestamp, in transaction: Transaction) throws {
    try AssetLog.signed.sign(at: now, in: transaction)
  }
}
