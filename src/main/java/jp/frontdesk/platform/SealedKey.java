package jp.frontdesk.platform;

/// A new key of one case, once ready for use and once wrapped for the database.
///
/// Deleting the wrapped form everywhere deletes the case, also from backups that still hold its
/// rows.
public final class SealedKey {
  private final byte[] wrapped;
  private final CaseKey key;

  SealedKey(byte[] wrapped, CaseKey key) {
    this.wrapped = wrapped;
    this.key = key;
  }

  /// The key sealed by the town's key; the only form that is stored.
  public byte[] wrapped() {
    return wrapped.clone();
  }

  /// The key ready for use.
  public CaseKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "SealedKey[***]";
  }
}
