package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Confirmed<MovingInRecord>> households() {
    return Stream.of(
        ConfirmedFixtures.single(),
        ConfirmedFixtures.couple(),
        ConfirmedFixtures.familyOfSix(),
        ConfirmedFixtures.foreignFamily(),
        ConfirmedFixtures.rareCharacters(),
        ConfirmedFixtures.unknownDates(),
        ConfirmedFixtures.longestValues());
  }

  @ParameterizedTest
  @MethodSource("households")
  void everyHouseholdFitsThePublishedSchema(Confirmed<MovingInRecord> confirmed)
      throws IOException {
    JsonNode schema = schema();

    JsonNode record = JSON.readTree(RegistryRecord.of(confirmed).json());

    Set<String> misfits = new TreeSet<>();
    SmallSchema.check(schema, schema, record, "", misfits);
    assertThat(misfits).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("households")
  void everyHouseholdIsTakenByTheSimulatedRegistry(Confirmed<MovingInRecord> confirmed)
      throws IOException {
    JsonNode record = JSON.readTree(RegistryRecord.of(confirmed).json());

    assertThat(EntryRules.check(record).errors()).isEmpty();
  }

  @Test
  void namesKeepEveryCharacterAsConfirmed() throws IOException {
    Confirmed<MovingInRecord> confirmed = ConfirmedFixtures.rareCharacters();

    JsonNode record = JSON.readTree(RegistryRecord.of(confirmed).json());

    for (int i = 0; i < confirmed.value().members().size(); i++) {
      assertThat(record.at("/世帯員/" + i + "/氏名").asText())
          .isEqualTo(confirmed.value().members().get(i).name().text());
    }
  }

  @Test
  void eachGenerationOfARelationshipHasItsCode() throws IOException {
    JsonNode record = JSON.readTree(RegistryRecord.of(ConfirmedFixtures.familyOfSix()).json());

    assertThat(record.at("/世帯員/4/続柄コード").toString()).isEqualTo("[\"12\",\"52\"]");
    assertThat(record.at("/世帯員/4/続柄表記").asText()).isEqualTo("妻の母");
    assertThat(record.at("/世帯員/5/続柄コード").toString()).isEqualTo("[\"20\",\"20\"]");
  }

  @Test
  void aForeignResidentsDatesAreWestern() throws IOException {
    JsonNode record = JSON.readTree(RegistryRecord.of(ConfirmedFixtures.foreignFamily()).json());

    assertThat(record.at("/世帯員/0/生年月日/表記").asText()).isEqualTo("1985年8月20日");
    assertThat(record.at("/世帯員/0/生年月日/日付").asText()).isEqualTo("1985-08-20");
    assertThat(record.at("/世帯員/0/生年月日").has("元号")).isFalse();
  }

  @Test
  void theSameConfirmedRecordAlwaysGivesTheSameBytes() {
    RegistryRecord first = RegistryRecord.of(ConfirmedFixtures.couple());
    RegistryRecord second = RegistryRecord.of(ConfirmedFixtures.couple());

    assertThat(second.contentSha256()).isEqualTo(first.contentSha256());
    assertThat(second.idempotencyKey()).isEqualTo(first.idempotencyKey());
  }

  @Test
  void theTextFormOfARecordNamesNobody() {
    assertThat(RegistryRecord.of(ConfirmedFixtures.single()).toString())
        .doesNotContain("見本")
        .startsWith("RegistryRecord(999997:");
  }

  private static JsonNode schema() throws IOException {
    try (InputStream stream =
        RecordJsonTest.class.getResourceAsStream("/registry/registry-record-v1.json")) {
      return JSON.readTree(Objects.requireNonNull(stream));
    }
  }
}
