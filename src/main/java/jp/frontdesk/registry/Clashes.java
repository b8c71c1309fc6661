package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.frontdesk.kernel.Problem;

/// What keeps a record from standing beside the entries the simulated registry has already: a
/// person registered twice, a case registered twice.
final class Clashes {
  private Clashes() {}

  static List<Problem> between(JsonNode record, List<ProvisionalEntry> entries) {
    Set<String> numbers = new HashSet<>();
    boolean caseIsThere = false;
    for (ProvisionalEntry entry : entries) {
      if (entry.town().equals(record.path("市区町村コード").asText(""))) {
        caseIsThere |= entry.record().path("案件番号").equals(record.path("案件番号"));
        for (JsonNode member : entry.record().path("世帯員")) {
          numbers.add(member.path("個人番号").asText(""));
        }
      }
    }
    if (caseIsThere) {
      return List.of(new Problem("案件番号", "case_registered", "この案件はすでに仮登録されています。"));
    }
    numbers.remove("");
    List<Problem> clashes = new ArrayList<>();
    JsonNode members = record.path("世帯員");
    for (int i = 0; i < members.size(); i++) {
      if (numbers.contains(members.get(i).path("個人番号").asText(""))) {
        clashes.add(
            new Problem("世帯員[" + i + "].個人番号", "number_registered", "この個人番号の人はすでに仮登録されています。"));
      }
    }
    return clashes;
  }
}
