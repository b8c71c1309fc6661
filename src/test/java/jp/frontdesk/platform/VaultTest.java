package jp.frontdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final MunicipalityCode TOWN = new MunicipalityCode("141003");
  private static final MunicipalityCode OTHER_TOWN = new MunicipalityCode("141305");
  private static final CaseId CASE = CaseId.random();
  private static final byte[] PLAIN = "見本　太郎".getBytes(UTF_8);

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void aFolder() {
    folder = temporary.resolve("keys");
  }

  @Test
  void whatIsSealedOpensAgainWithTheStoredKeyAfterARestart() {
    SealedKey made = Vault.open(folder).createCaseKey(TOWN, CASE);
    byte[] sealed = made.key().seal("draft", PLAIN);

    CaseKey again = Vault.open(folder).openCaseKey(TOWN, CASE, made.wrapped());

    assertThat(again.open("draft", sealed)).isEqualTo(PLAIN);
    assertThat(new String(sealed, UTF_8)).doesNotContain("太郎");
  }

  @Test
  void sealedTwiceIsNeverTheSame() {
    CaseKey key = Vault.open(folder).createCaseKey(TOWN, CASE).key();

    assertThat(key.seal("draft", PLAIN)).isNotEqualTo(key.seal("draft", PLAIN));
  }

  @Test
  void anotherFieldDoesNotOpen() {
    CaseKey key = Vault.open(folder).createCaseKey(TOWN, CASE).key();
    byte[] sealed = key.seal("draft", PLAIN);

    assertThatThrownBy(() -> key.open("sheet/1", sealed))
        .isInstanceOf(CouldNotOpenException.class)
        .hasNoCause();
  }

  @Test
  void changedBytesDoNotOpen() {
    CaseKey key = Vault.open(folder).createCaseKey(TOWN, CASE).key();
    byte[] sealed = key.seal("draft", PLAIN);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> key.open("draft", sealed)).isInstanceOf(CouldNotOpenException.class);
  }

  @Test
  void aKeyOfAnotherTownOrCaseIsNotUnwrapped() {
    Vault vault = Vault.open(folder);
    byte[] wrapped = vault.createCaseKey(TOWN, CASE).wrapped();

    assertThatThrownBy(() -> vault.openCaseKey(OTHER_TOWN, CASE, wrapped))
        .isInstanceOf(CouldNotOpenException.class);
    assertThatThrownBy(() -> vault.openCaseKey(TOWN, CaseId.random(), wrapped))
        .isInstanceOf(CouldNotOpenException.class);
  }

  @Test
  void anotherCaseOfTheSameTownDoesNotOpen() {
    Vault vault = Vault.open(folder);
    byte[] sealed = vault.createCaseKey(TOWN, CASE).key().seal("draft", PLAIN);
    CaseKey other = vault.createCaseKey(TOWN, CaseId.random()).key();

    assertThatThrownBy(() -> other.open("draft", sealed)).isInstanceOf(CouldNotOpenException.class);
  }

  @Test
  void aFingerprintIsTheSameInOneTownOnly() {
    byte[] here = Vault.open(folder).fingerprint(TOWN, PLAIN);

    assertThat(here).hasSize(32).isEqualTo(Vault.open(folder).fingerprint(TOWN, PLAIN));
    assertThat(here).isNotEqualTo(Vault.open(folder).fingerprint(OTHER_TOWN, PLAIN));
  }

  @Test
  void keyFilesAreForTheirOwnerOnly() throws IOException {
    byte[] _ = Vault.open(folder).fingerprint(TOWN, PLAIN);

    assertThat(mode(folder)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void keysThatOthersMayReadAreRefused() throws IOException {
    byte[] _ = Vault.open(folder).fingerprint(TOWN, PLAIN);
    Files.setPosixFilePermissions(
        folder.resolve("141003.wrapping.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Vault.open(folder).fingerprint(TOWN, PLAIN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("others may read")
        .hasMessageContaining("0600");
  }

  @Test
  void aFolderThatOthersMayReadIsRefused() throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThatThrownBy(() -> Vault.open(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0700");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
