package jp.frontdesk.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;

/// An invented household 見本の世帯 from a YAML file, for previews and measurements of forms. Its values
/// stand under the reader's field paths, its answers as the kiosk asks them:
///
///     certificate: {issuer: 見本県架空市, number: "2026032001"}
///     move: {date: 令和8年3月31日, old_address: 見本県架空市見本町1番}
///     members:
///       - {name: 見本　太郎, birth_date: 平成2年5月3日, sex: 男, relation: 世帯主}
///     answers: {new_address: 架空町中央1番, moved_on: 2026-04-01, new_head: 見本　太郎, notifier_role: SELF, notifier_name: 見本　太郎}
///
/// With `kind: 転居` or `kind: 転出` at the top it moves so, and has no certificate; without, it moves in.
/// It belongs to the invented town and to no case of the database.
public final class SampleHousehold {
  /// What came of a file.
  public sealed interface Outcome {
    /// A household as if a clerk had confirmed it.
    ///
    /// @param kind how it moves; where it does not move in, the record's certificate says nothing
    record Read(MoveKind kind, Confirmed<MovingInRecord> household) implements Outcome {}

    /// What is wrong with the file, never empty.
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 6);
  private static final Instant CONFIRMED_AT = Instant.parse("2026-04-06T01:30:00Z");

  private final Path file;
  private final Map<FieldPath, String> texts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private SampleHousehold(Path file) {
    this.file = file;
  }

  /// Reads a file; every fault is named with it.
  public static Outcome read(Path file) {
    SampleHousehold household = new SampleHousehold(file);
    try {
      return household.outcome(new YAMLMapper().readTree(file.toFile()));
    } catch (IOException broken) {
      return new Outcome.Faulty(List.of(file + ": cannot be read as YAML"));
    }
  }

  private Outcome outcome(JsonNode root) {
    Answers answers = answers(root.path("answers"));
    for (Map.Entry<String, JsonNode> part : root.properties()) {
      switch (part.getKey()) {
        case "answers", "kind" -> {}
        case "certificate", "move" -> texts(part.getKey() + ".", part.getValue());
        case "members" -> {
          for (int i = 0; i < part.getValue().size(); i++) {
            texts("members[" + i + "].", part.getValue().get(i));
          }
        }
        default -> faults.add(file + ": unknown key '" + part.getKey() + "'");
      }
    }
    Optional<MoveKind> kind = MoveKind.parse(root.path("kind").asText(MoveKind.MOVING_IN.word()));
    kind.ifPresentOrElse(
        known -> withoutCertificate(known, answers),
        () -> faults.add(file + ": 'kind' is 転入, 転居 or 転出"));
    if (!faults.isEmpty()) {
      return new Outcome.Faulty(faults);
    }
    Draft draft =
        Draft.empty()
            .withTexts(DraftValue.Origin.CLERK, texts, texts.keySet())
            .withAnswers(answers);
    return switch (RecordBuilder.build(caseFile(draft), draft, TODAY)) {
      case RecordBuilder.Outcome.Built(MovingInRecord record) ->
          new Outcome.Read(kind.orElseThrow(), Confirmed.of(record, CONFIRMED_AT, "sample", 1));
      case RecordBuilder.Outcome.Blocked(List<RuleResult> problems) ->
          new Outcome.Faulty(
              problems.stream().map(p -> file + ": " + p.field() + ": " + p.message()).toList());
    };
  }

  /// The record is that of moving in; who moves otherwise lacks what only the certificate says.
  private void withoutCertificate(MoveKind kind, Answers answers) {
    if (kind == MoveKind.MOVING_IN) {
      return;
    }
    if (texts.keySet().stream().anyMatch(path -> path.toString().startsWith("certificate."))) {
      faults.add(file + ": " + kind.word() + " has no 'certificate'");
    }
    texts.put(FieldPath.of(CertificateField.ISSUER), "（なし）");
    texts.putIfAbsent(FieldPath.of(CertificateField.MOVE_DATE), answers.movedOn());
  }

  private void texts(String prefix, JsonNode fields) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      Optional<FieldPath> path = FieldPath.parse(prefix + field.getKey());
      path.ifPresent(known -> texts.put(known, field.getValue().asText("")));
      if (path.isEmpty()) {
        faults.add(file + ": unknown key '" + prefix + field.getKey() + "'");
      }
    }
  }

  private static Answers answers(JsonNode node) {
    Map<String, String> procedures = new TreeMap<>();
    node.path("procedures")
        .properties()
        .forEach(answer -> procedures.put(answer.getKey(), answer.getValue().asText("")));
    return new Answers(
        text(node, "postcode"),
        text(node, "new_address"),
        text(node, "moved_on"),
        text(node, "new_head"),
        text(node, "phone"),
        text(node, "notifier_role"),
        text(node, "notifier_name"),
        text(node, "notifier_address"),
        List.of(),
        List.of(),
        procedures);
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  private CaseFile caseFile(Draft draft) {
    long number = Integer.toUnsignedLong(String.valueOf(file.getFileName()).hashCode());
    return new CaseFile(
        TOWN,
        new CaseId(new UUID(0x4000L, 0x8000000000000000L | number)),
        CaseStatus.CONFIRMED,
        1,
        TODAY,
        Optional.of(1),
        CONFIRMED_AT,
        Optional.of(CONFIRMED_AT),
        draft.memberCount(),
        0,
        Optional.empty(),
        /* isProtected= */ false);
  }
}
