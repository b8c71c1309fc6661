package jp.frontdesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.review.ConfirmedFixtures;
import org.junit.jupiter.api.Test;

class EntryRulesTest {
  @Test
  void anEntryThatIsNotProvisionalIsRefused() throws IOException {
    ObjectNode record = couple().put("登録区分", "本登録");

    assertThat(codesOf(record)).containsExactly("not_provisional");
  }

  @Test
  void twoHeadsAreRefused() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 1).put("続柄表記", "世帯主");

    assertThat(codesOf(record)).containsExactly("several_heads");
  }

  @Test
  void aHouseholdWithoutItsHeadIsRefused() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 0).put("続柄表記", "夫");

    assertThat(codesOf(record)).containsExactly("no_head");
  }

  @Test
  void whoJoinsAHouseholdNeedsNoHeadAmongThem() throws IOException {
    ObjectNode record = couple().put("世帯主氏名", "既存　主");
    memberOf(record, 0).put("続柄表記", "子");

    assertThat(codesOf(record)).isEmpty();
  }

  @Test
  void blanksAreRefusedByName() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 1).put("氏名", "　");
    record.withObjectProperty("住所").put("連結表記", "");

    assertThat(EntryRules.check(record).errors())
        .extracting(Problem::field)
        .containsExactly("住所.連結表記", "世帯員[1].氏名");
    assertThat(EntryRules.check(record).errors())
        .extracting(Problem::message)
        .containsExactly("住所が空欄です。", "氏名が空欄です。");
  }

  @Test
  void unknownCodesAreRefused() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 0).put("性別", "9");
    memberOf(record, 1).withArrayProperty("続柄コード").removeAll().add("77");

    assertThat(codesOf(record)).containsExactly("unknown_code", "unknown_code");
  }

  @Test
  void oneIndividualNumberForTwoPeopleIsRefused() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 1).put("個人番号", record.at("/世帯員/0/個人番号").asText());

    assertThat(codesOf(record)).containsExactly("number_twice");
  }

  @Test
  void anIndividualNumberThatDoesNotCheckIsRefusedWithoutRepeatingIt() throws IOException {
    ObjectNode record = couple();
    memberOf(record, 1).put("個人番号", "123456789012");

    List<Problem> errors = EntryRules.check(record).errors();

    assertThat(errors).extracting(Problem::code).containsExactly("check_digit");
    assertThat(errors.toString()).doesNotContain("123456789012");
  }

  @Test
  void aMissingResidentRecordCodeIsOnlyAnAlert() throws IOException {
    ObjectNode record = couple();
    var _ = memberOf(record, 0).remove("住民票コード");

    EntryRules.Findings findings = EntryRules.check(record);

    assertThat(findings.errors()).isEmpty();
    assertThat(findings.alerts()).extracting(Problem::field).containsExactly("世帯員[0].住民票コード");
  }

  private static List<String> codesOf(ObjectNode record) {
    return EntryRules.check(record).errors().stream().map(Problem::code).toList();
  }

  private static ObjectNode memberOf(ObjectNode record, int index) {
    return (ObjectNode) record.path("世帯員").get(index);
  }

  private static ObjectNode couple() throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(RegistryRecord.of(ConfirmedFixtures.couple()).json());
  }
}
