package jp.frontdesk.platform;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// The data key of one case. Seals with AES-256-GCM; town, case and field are the associated data,
/// so that bytes moved to another row or column do not open.
public final class CaseKey {
  private final MunicipalityCode town;
  private final CaseId id;
  private final Aead aead;

  CaseKey(MunicipalityCode town, CaseId id, Aead aead) {
    this.town = town;
    this.id = id;
    this.aead = aead;
  }

  /// Seals bytes under this case's key.
  ///
  /// @param field what the bytes are, e.g. `draft` or `sheet/3`; the same word opens them
  public byte[] seal(String field, byte[] plain) {
    try {
      return aead.encrypt(plain, associatedData(town, id, field));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("could not seal", broken);
    }
  }

  /// Opens what [#seal] made.
  ///
  /// @throws CouldNotOpenException when town, case, field or bytes are not those that were sealed
  @SuppressWarnings("UnusedException") // its message may quote what was sealed
  public byte[] open(String field, byte[] sealed) {
    try {
      return aead.decrypt(sealed, associatedData(town, id, field));
    } catch (GeneralSecurityException notOurs) {
      throw new CouldNotOpenException();
    }
  }

  static byte[] associatedData(MunicipalityCode town, CaseId id, String field) {
    return (town.digits() + "|" + id + "|" + field).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "CaseKey[***]";
  }
}
