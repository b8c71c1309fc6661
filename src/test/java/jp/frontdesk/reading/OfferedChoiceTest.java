package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedChoiceTest {
  private static final List<String> ERAS = List.of("明", "大", "昭", "平", "令");
  private static final List<String> PENSIONS = List.of("無", "第1号", "第2号", "第3号");

  @Test
  void theOtherWordsTellWhichOneWasNotRead() {
    assertThat(OfferedChoice.of("有・舞", List.of("有", "無"), 2))
        .contains(new OfferedChoice(List.of("有", "無"), 1));
    assertThat(OfferedChoice.of("昭・9・令", ERAS, 2))
        .contains(new OfferedChoice(List.of("昭", "平", "令"), 1));
  }

  @Test
  void noneMayStandFirstOrLast() {
    assertThat(OfferedChoice.of("第1号・第2号・第3号・無", PENSIONS, 4))
        .contains(new OfferedChoice(List.of("第1号", "第2号", "第3号", "無"), -1));
    assertThat(OfferedChoice.of("無・第1号・第2号・第3号", PENSIONS, 4))
        .contains(new OfferedChoice(PENSIONS, -1));
  }

  @Test
  void twoUnreadWordsTellNothing() {
    assertThat(OfferedChoice.of("舞・第1号・2・第3号", PENSIONS, 4)).isEmpty();
    assertThat(OfferedChoice.of("無・無", List.of("有", "無"), 2)).isEmpty();
  }

  @Test
  void onlyTheUnreadWordCanBeTheOneInTheRing() {
    OfferedChoice choice = new OfferedChoice(List.of("有", "無"), 1);

    assertThat(choice.agreesWith(1)).isTrue();
    assertThat(choice.agreesWith(0)).isFalse();
  }
}
