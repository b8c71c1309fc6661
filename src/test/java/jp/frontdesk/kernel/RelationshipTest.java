package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipTest {
  private static final List<String> KIN =
      List.of("夫", "妻", "夫（未届）", "妻（未届）", "子", "子（子の夫）", "子（子の妻）", "父", "母", "兄", "姉", "弟", "妹");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "世帯主", "縁故者", "同居人", "子の子", "妻の母", "子の子の子の子", "妻（未届）の子", "夫の父の妹", "子（子の妻）", "子の夫（未届）"
      })
  void aPermittedRelationshipIsTakenAsItIs(String text) {
    assertThat(Relationship.parse(text)).contains(new Relationship(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "孫",
        "祖父",
        "祖母",
        "おじ",
        "甥",
        "姪",
        "家事使用人",
        "準世帯主",
        "配偶者",
        "長男",
        "長女",
        "子の",
        "の子",
        "子子",
        "子の子の子の子の子",
        "世帯主の子",
        "同居人の子",
        "子（未届）",
        "夫（未届",
        "子（父の妻）",
        "縁故者の妻"
      })
  void whatTheStandardDoesNotPermitIsRefused(String text) {
    assertThat(Relationship.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"夫(未届),夫（未届）", "子 ( 子の妻 ),子（子の妻）", "世 帯 主,世帯主", "　子　の　子　,子の子"})
  void parenthesesAndSpacesAreNormalised(String text, String normal) {
    assertThat(Relationship.parse(text)).map(Relationship::text).contains(normal);
  }

  @Test
  void anyChainOfOneToFourIsPermittedAndFiveNever() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      int length = 1 + random.nextInt(5);
      String chain =
          IntStream.range(0, length)
              .mapToObj(_ -> KIN.get(random.nextInt(KIN.size())))
              .collect(Collectors.joining("の"));

      assertThat(Relationship.parse(chain).isPresent()).as(chain).isEqualTo(length <= 4);
    }
  }

  @Test
  void everyCommonChoiceIsPermittedAndOnlyTheFirstIsTheHead() {
    List<String> choices = Relationship.commonChoices();

    assertThat(choices).doesNotHaveDuplicates();
    assertThat(choices).allMatch(choice -> Relationship.parse(choice).isPresent());
    assertThat(choices.stream().filter(choice -> new Relationship(choice).isHead()))
        .containsExactly(Relationship.HEAD.text());
  }
}
