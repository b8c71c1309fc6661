package jp.frontdesk.samples.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoringTest {
  private static final TruthFile PAPER =
      new TruthFile(
          "a",
          "certificate",
          "moving_out_certificate",
          "household-table",
          "clean",
          1,
          Map.of(
              "members[0].name", new TruthFile.Field("見本　太郎", "name", ""),
              "move.date", new TruthFile.Field("令和8年1月5日", "date", "2026-01-05"),
              "members[0].sex", new TruthFile.Field("男", "choice", "")));

  @Test
  void aMissingValueCountsForReviewAndAWrongAcceptedOneAsFalseAccept() {
    Scoring scoring = new Scoring(false);
    scoring.add(
        PAPER,
        read(
            Map.of(
                "members[0].name", new Prediction.Field("見木　太郎", false),
                "move.date", new Prediction.Field("2026-01-05", true))),
        "");

    assertThat(scoring.total().fields()).isEqualTo(3);
    assertThat(scoring.total().typed()).isEqualTo(1);
    assertThat(scoring.total().review()).isEqualTo(2);
    assertThat(scoring.total().wrongAccepted()).isEqualTo(1);
  }

  @Test
  void aValueThatIsNotOnThePaperIsListedUnlessFlagged() {
    Scoring scoring = new Scoring(false);
    scoring.add(
        PAPER,
        read(
            Map.of(
                "members[0].alias", new Prediction.Field("見本", false),
                "members[0].former_name", new Prediction.Field("例田", true))),
        "");

    assertThat(scoring.render(9))
        .contains("1 values accepted that are not on the paper")
        .contains("members[0].alias: not on the paper")
        .doesNotContain("former_name");
  }

  @Test
  void theBaselineCountsValuesFoundAnywhereInThePlainText() {
    Scoring scoring = new Scoring(true);
    scoring.add(PAPER, Prediction.none(), FieldComparison.folded("氏名 見本 太郎 性別 男"));

    assertThat(scoring.render(0)).containsPattern("ALL +3 .* 66\\.7%");
  }

  @Test
  void truthAndPredictionsAreReadFromTheirFiles(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.truth.json"),
        """
        {"id":"a","layout":"x","level":"office","pages":[{},{}],
         "fields":{"move.date":{"value":"令和8年1月5日","type":"date","norm":"2026-01-05"}}}
        """);
    Path lines = folder.resolve("read.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"a","ms":900,"document_type":"other","fields":{"move.date":{"value":"","needs_review":true},"move.new_address":"架空町"}}

        """);

    List<TruthFile> truths = TruthFile.readAll(folder);
    Map<String, Prediction> predictions = Prediction.readAll(lines);

    assertThat(truths).singleElement().extracting(TruthFile::pages).isEqualTo(2);
    assertThat(predictions.get("a"))
        .isEqualTo(
            new Prediction(
                OptionalLong.of(900),
                "other",
                Map.of("move.new_address", new Prediction.Field("架空町", false))));
  }

  private static Prediction read(Map<String, Prediction.Field> fields) {
    return new Prediction(OptionalLong.of(10), "moving_out_certificate", fields);
  }
}
