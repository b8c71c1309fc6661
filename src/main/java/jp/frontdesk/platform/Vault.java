package jp.frontdesk.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// The towns' keys: files of mode 0600 in one folder of mode 0700, never in the database. A town's
/// key wraps one data key per case; a second key of the town makes fingerprints.
///
/// The folder belongs into the backup, apart from the database's: without it nothing opens.
public final class Vault {
  private static final Configuration TINK = tink();
  private static final int FINGERPRINT_BYTES = 32;

  /// What one town's files hold.
  private record TownKeys(Aead wrapping, PrfSet fingerprinting) {}

  private final Path folder;
  private final Map<MunicipalityCode, TownKeys> keysByTown = new ConcurrentHashMap<>();

  private Vault(Path folder) {
    this.folder = folder;
  }

  /// Makes the folder when it is missing; a town's keys are made when first asked for.
  ///
  /// @throws IllegalStateException when others may read the folder, or later a file in it
  public static Vault open(Path keysFolder) {
    PrivateFiles.makeFolder(keysFolder);
    return new Vault(keysFolder);
  }

  /// A new random key for a new case.
  public SealedKey createCaseKey(MunicipalityCode town, CaseId id) {
    try {
      KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
      byte[] wrapped =
          TinkProtoKeysetFormat.serializeEncryptedKeyset(
              handle, keysOf(town).wrapping(), wrappingData(town, id), TINK);
      return new SealedKey(wrapped, caseKey(town, id, handle));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("could not make a case key", broken);
    }
  }

  /// The key of a case as its row holds it.
  ///
  /// @throws CouldNotOpenException when the bytes were wrapped for another town or case
  @SuppressWarnings("UnusedException") // its message may quote what was sealed
  public CaseKey openCaseKey(MunicipalityCode town, CaseId id, byte[] wrapped) {
    try {
      KeysetHandle handle =
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, keysOf(town).wrapping(), wrappingData(town, id), TINK);
      return caseKey(town, id, handle);
    } catch (GeneralSecurityException notOurs) {
      throw new CouldNotOpenException();
    }
  }

  /// Seals a town's own secret that belongs to no case, under the town's key.
  ///
  /// @param purpose what it is, e.g. `totp/mihon`; the same words open it
  public byte[] sealForTown(MunicipalityCode town, String purpose, byte[] plain) {
    try {
      return keysOf(town).wrapping().encrypt(plain, townData(town, purpose));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("could not seal", broken);
    }
  }

  /// Opens what [#sealForTown] made.
  ///
  /// @throws CouldNotOpenException when town, purpose or bytes are not those that were sealed
  @SuppressWarnings("UnusedException") // its message may quote what was sealed
  public byte[] openForTown(MunicipalityCode town, String purpose, byte[] sealed) {
    try {
      return keysOf(town).wrapping().decrypt(sealed, townData(town, purpose));
    } catch (GeneralSecurityException notOurs) {
      throw new CouldNotOpenException();
    }
  }

  /// Never the same as the data of a case: a case's has its id in second place.
  private static byte[] townData(MunicipalityCode town, String purpose) {
    return (town.digits() + "|town|" + purpose).getBytes(StandardCharsets.UTF_8);
  }

  /// A keyed hash, HMAC-SHA256, 32 bytes: the same content gives the same bytes within one town and
  /// unrelated bytes in another. For duplicate checks without storing the content.
  public byte[] fingerprint(MunicipalityCode town, byte[] content) {
    try {
      return keysOf(town).fingerprinting().computePrimary(content, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("could not make a fingerprint", broken);
    }
  }

  private TownKeys keysOf(MunicipalityCode town) {
    return keysByTown.computeIfAbsent(town, this::load);
  }

  private TownKeys load(MunicipalityCode town) {
    try {
      Aead wrapping =
          keyset(town + ".wrapping.key", PredefinedAeadParameters.AES256_GCM)
              .getPrimitive(TINK, Aead.class);
      PrfSet fingerprinting =
          keyset(town + ".fingerprint.key", PredefinedPrfParameters.HMAC_SHA256_PRF)
              .getPrimitive(TINK, PrfSet.class);
      return new TownKeys(wrapping, fingerprinting);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the keys of town " + town + " are not readable", broken);
    }
  }

  private KeysetHandle keyset(String fileName, Parameters parameters)
      throws GeneralSecurityException {
    byte[] content =
        PrivateFiles.readOrCreate(folder.resolve(fileName), () -> newKeyset(parameters));
    return TinkProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get(), TINK);
  }

  private static Configuration tink() {
    try {
      AeadConfig.register();
      PrfConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("no AES-GCM in this Java", broken);
    }
  }

  private static byte[] newKeyset(Parameters parameters) {
    try {
      return TinkProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(parameters, TINK), InsecureSecretKeyAccess.get(), TINK);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("could not make a key", broken);
    }
  }

  private static CaseKey caseKey(MunicipalityCode town, CaseId id, KeysetHandle handle)
      throws GeneralSecurityException {
    return new CaseKey(town, id, handle.getPrimitive(TINK, Aead.class));
  }

  private static byte[] wrappingData(MunicipalityCode town, CaseId id) {
    return CaseKey.associatedData(town, id, "key");
  }
}
