package jp.frontdesk.guide.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.paper.MmPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A town's SVG is somebody else's file: what is not on the list does not come in.
class FloorPlanReaderTest {
  private static final String HEAD =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 180 110\">\n";

  @TempDir Path folder;

  private FloorPlanReader.Result read(String text) throws IOException {
    return FloorPlanReader.read(Files.writeString(folder.resolve("plan.svg"), text));
  }

  @Test
  void theShippedPlansAreSound() throws IOException {
    try (Stream<Path> plans = Files.list(Path.of("kiosk-config/common/floors"))) {
      List<Path> svgs = plans.filter(file -> file.toString().endsWith(".svg")).toList();

      assertThat(svgs).hasSize(4);
      for (Path svg : svgs) {
        FloorPlanReader.Result result = FloorPlanReader.read(svg);
        assertThat(result.faults()).isEmpty();
        assertThat(result.plan().orElseThrow().shapes())
            .anyMatch(s -> s instanceof PlanShape.Words words && words.words().contains("架空"));
      }
    }
  }

  @Test
  void linesAreasPathsAndWordsAreReadAsTheyStand() throws IOException {
    FloorPlan plan =
        read(HEAD
                + """
                <g id="room"><rect x="10" y="20" width="30" height="5.5" fill="#fff" stroke="black"/></g>
                <path d="M 1 2 h 3 V 9 l -1,-1 Z M 5 5 L 6 6" fill="none" stroke="#808080" stroke-width="0.5"/>
                <polyline points="0,0 10,0 10,10" fill="none" stroke="black"/>
                <text x="5" y="6" font-size="4" text-anchor="end">入口 &amp; 出口</text>
                </svg>
                """)
            .plan()
            .orElseThrow();

    assertThat(plan.width()).isEqualTo(180);
    assertThat(plan.shapes())
        .containsExactly(
            new PlanShape.Outline(
                points(10, 20, 40, 20, 40, 25.5, 10, 25.5),
                true,
                Optional.of(0),
                Optional.of(100),
                1),
            new PlanShape.Outline(
                points(1, 2, 4, 2, 4, 9, 3, 8), true, Optional.empty(), Optional.of(50), 0.5),
            new PlanShape.Outline(
                points(5, 5, 6, 6), false, Optional.empty(), Optional.of(50), 0.5),
            new PlanShape.Outline(
                points(0, 0, 10, 0, 10, 10), false, Optional.empty(), Optional.of(100), 1),
            new PlanShape.Words(5, 6, 4, PlanShape.Anchor.END, "入口 & 出口"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <script>alert(1)</script>                              | element 'script' may not stand here
          <style>rect{fill:url(http://x.invalid/)}</style>       | element 'style' may not stand here
          <image href="http://x.invalid/a.png"/>                 | element 'image' may not stand here
          <use href="#a"/>                                       | element 'use' may not stand here
          <foreignObject><b>x</b></foreignObject>                | element 'foreignObject' may not stand here
          <a href="javascript:alert(1)"><text/></a>              | element 'a' may not stand here
          <animate attributeName="x"/>                           | element 'animate' may not stand here
          <h:p xmlns:h="http://www.w3.org/1999/xhtml">x</h:p>    | element 'p' may not stand here
          <rect onclick="alert(1)" width="1" height="1"/>        | attribute 'onclick' of 'rect' may not
          <rect style="fill:red" width="1" height="1"/>          | attribute 'style' of 'rect' may not
          <rect transform="scale(9)" width="1" height="1"/>      | attribute 'transform' of 'rect' may not
          <line xmlns:l="http://www.w3.org/1999/xlink" l:href="#x"/> | attribute 'href' of 'line' may not
          <rect fill="url(#a)" width="1" height="1"/>            | fill is none, black, white, gray or like
          <rect width="1e9" height="1"/>                         | a number is like 12
          <rect width="99999" height="1"/>                       | a number is like 12
          <rect width="-1" height="1"/>                          | width is not negative
          <polygon points="1,2 3"/>                              | points are pairs
          <path d="M 1 1 C 1 1 2 2 3 3"/>                        | curves are not drawn
          <path d="L 1 1"/>                                      | beginning with M
          <path d="M 1"/>                                        | a path's 'M' has too few numbers
          <path d="10 10"/>                                      | a path is like
          <text x="1" y="1">x</text>                             | font-size is 1 or more
          <text x="1" y="1" font-size="4"></text>                | text has 1 to 40 characters
          <text x="1" y="1" font-size="4" text-anchor="left">x</text> | text-anchor is start, middle or end
          <svg viewBox="0 0 5 5"/>                               | a second svg element
          <?xml-stylesheet href="x.css"?>                        | a processing instruction may not stand here
          <rect                                                  | is not XML
          """)
  void whatIsNotOnTheListIsRefusedWithItsLine(String element, String said) throws IOException {
    FloorPlanReader.Result result =
        read(HEAD + "<rect width=\"1\" height=\"1\"/>\n" + element + "\n</svg>");

    assertThat(result.plan()).isEmpty();
    assertThat(result.faults())
        .anyMatch(fault -> fault.matches(".*plan\\.svg:[3-5]: .*") && fault.contains(said));
  }

  @Test
  void aDocumentTypeAndItsEntitiesAreNeverFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "見本の秘密");
    FloorPlanReader.Result outside =
        read(
            "<!DOCTYPE svg [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>\n"
                + HEAD
                + "<text x=\"1\" y=\"1\" font-size=\"4\">&e;</text></svg>");
    FloorPlanReader.Result laughs =
        read(
            "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
                + HEAD
                + "<text x=\"1\" y=\"1\" font-size=\"4\">&b;</text></svg>");

    for (FloorPlanReader.Result result : List.of(outside, laughs)) {
      assertThat(result.plan()).isEmpty();
      assertThat(result.faults()).anyMatch(fault -> fault.contains("a document type may not"));
      assertThat(result.toString()).doesNotContain("秘密", "haha");
    }
  }

  @Test
  void aPlanHasALimitOfBytesAndOfShapes() throws IOException {
    String shape = "<rect width=\"1\" height=\"1\"/>\n";

    assertThat(read(HEAD + shape.repeat(FloorPlanReader.MOST_SHAPES) + "</svg>").faults())
        .isEmpty();
    assertThat(read(HEAD + shape.repeat(FloorPlanReader.MOST_SHAPES + 1) + "</svg>").faults())
        .anyMatch(fault -> fault.contains("more than 3000 shapes"));
    assertThat(read(HEAD + " ".repeat(FloorPlanReader.LARGEST) + "</svg>").faults())
        .anyMatch(fault -> fault.contains("is larger than 256 KiB"));
    assertThat(read("").faults()).isNotEmpty();
    assertThat(read("<svg xmlns=\"http://www.w3.org/2000/svg\"/>").faults())
        .anyMatch(fault -> fault.contains("viewBox is four numbers"));
  }

  private static List<MmPoint> points(double... numbers) {
    List<MmPoint> points = new java.util.ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new MmPoint(numbers[i], numbers[i + 1]));
    }
    return points;
  }
}
