package jp.frontdesk.samples.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoringTest {
  private static final TruthFile PAPER =
      new TruthFile(
          "a",
          "certificate",
          "moving_out_certificate",
          "household-table",
          "IPAmjMincho",
          "clean",
          1,
          Map.of(
              "members[0].name", new TruthFile.Field("見本　太郎", "name", ""),
              "move.date", new TruthFile.Field("令和8年1月5日", "date", "2026-01-05"),
              "members[0].sex", new TruthFile.Field("男", "choice", "")),
          Map.of());

  @Test
  void aMissingValueCountsForReviewAndAWrongAcceptedOneAsFalseAccept() {
    Scoring scoring = new Scoring(false);
    scoring.add(
        PAPER,
        read(
            Map.of(
                "members[0].name", new Prediction.Field("見木　太郎", false, 0.9, ""),
                "move.date", new Prediction.Field("2026-01-05", true, 0.9, ""))),
        "");

    assertThat(scoring.total().fields()).isEqualTo(3);
    assertThat(scoring.total().typed()).isEqualTo(1);
    assertThat(scoring.total().review()).isEqualTo(2);
    assertThat(scoring.total().wrongAccepted()).isEqualTo(1);
    assertThat(scoring.mistakes())
        .extracting(Mistake::isFlagged)
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void aValueThatIsNotOnThePaperIsListedUnlessFlagged() {
    Scoring scoring = new Scoring(false);
    scoring.add(
        PAPER,
        read(
            Map.of(
                "members[0].alias", new Prediction.Field("見本", false, 0.9, ""),
                "members[0].former_name", new Prediction.Field("例田", true, 0.9, ""))),
        "");

    assertThat(scoring.render(9))
        .contains("values accepted that are not on the paper 1")
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
  void namesAndKanaAreCountedByTheirCharacters() {
    assertThat(group("name", "見本　太郎")).isEqualTo("name, plain");
    assertThat(group("name", "𠮷見　太郎")).isEqualTo("name, old or rare forms");
    assertThat(group("name", "見﨑　太郎")).isEqualTo("name, old or rare forms");
    assertThat(group("name", "SAMPLE TARO")).isEqualTo("name, Latin");
    assertThat(group("kana", "ﾐﾎﾝ ﾀﾛｳ")).isEqualTo("kana, half width");
    assertThat(group("date", "年月日不詳")).isEqualTo("date, unknown wording");
    assertThat(group("address", "架空町1番地")).isEqualTo("address");
  }

  private static String group(String type, String value) {
    return FieldGroup.of(new TruthFile.Field(value, type, ""));
  }

  @Test
  void theReportShowsAWrongFieldWithItsPictureTurnedUpright(@TempDir Path folder)
      throws IOException {
    BufferedImage page = new BufferedImage(40, 200, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(page, "png", folder.resolve("a-p1.png").toFile())).isTrue();
    TruthFile.Place place = new TruthFile.Place("a-p1.png", 90, 10, 50, 30, 150);
    TruthFile paper =
        new TruthFile(
            "a",
            "certificate",
            "",
            "x",
            "f",
            "office",
            1,
            Map.of("members[0].name", new TruthFile.Field("見本　<太郎>", "name", "")),
            Map.of("members[0].name", place));
    Scoring scoring = new Scoring(false);
    scoring.add(
        paper, read(Map.of("members[0].name", new Prediction.Field("見木", false, 0.9, ""))), "");

    new MistakeReport(folder.resolve("report"), folder).write("tables", scoring.mistakes());

    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains("見本　&lt;太郎>", "見木", "unflagged", "crops/0.png");
    BufferedImage crop = ImageIO.read(folder.resolve("report/crops/0.png").toFile());
    assertThat(crop.getWidth()).isEqualTo(116);
    assertThat(crop.getHeight()).isEqualTo(36);
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
                Map.of("move.new_address", new Prediction.Field("架空町", false, 1, ""))));
  }

  private static Prediction read(Map<String, Prediction.Field> fields) {
    return new Prediction(OptionalLong.of(10), "moving_out_certificate", fields);
  }

  @Test
  void confidenceIsComparedWithWhatWasRight() {
    Reliability reliability = new Reliability();
    for (int i = 0; i < 10; i++) {
      reliability.add("members[0].name", new Prediction.Field("見本", false, 0.92, ""), i > 0);
    }
    reliability.add("members[0].sex", new Prediction.Field("男", true, 0.4, "faint"), true);

    assertThat(reliability.render())
        .containsPattern("0\\.900 to 0\\.950 +10 +92\\.0% +90\\.0% +0\\.0904")
        .containsPattern("0\\.300 to 0\\.500 +1 +40\\.0% +100\\.0% +0\\.3600")
        .containsPattern("choice +1 ");
    assertThat(reliability.counts().lines())
        .containsExactly("CHOICE\tfaint\t0.40\t1\t1", "NAME\t-\t0.92\t9\t10");
  }
}
