package jp.frontdesk.samples;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.PrintedValues.Printed;
import jp.frontdesk.samples.paper.FontStack;
import jp.frontdesk.samples.paper.FormPrinter;
import jp.frontdesk.samples.paper.FormTemplate;
import jp.frontdesk.samples.paper.PrintStyle;
import jp.frontdesk.samples.paper.PrintedPage;
import jp.frontdesk.samples.paper.SampleFonts;
import jp.frontdesk.samples.paper.SheetLook;
import jp.frontdesk.samples.paper.TemplateReader;
import jp.frontdesk.samples.scan.Quad;

/// Generates invented papers: the same seed and spec give the same bytes on the same machine.
public final class CertificateGenerator {
  /// Names of the layouts of moving-out certificates.
  public static final List<String> LAYOUTS =
      Stream.of(Split.values()).flatMap(s -> s.layouts().stream()).toList();

  private static final List<Integer> HOUSEHOLD_SIZES =
      List.of(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8);

  private static final List<CertificateField> MAY_BE_BLANK =
      List.of(
          CertificateField.NAME,
          CertificateField.REGISTERED_DOMICILE,
          CertificateField.DOMICILE_HEAD);
  private static final double BLANK_CHANCE = 0.06;
  private static final double TURN_CHANCE = 0.2;

  private static final Color RED = new Color(0xD0262C);
  private static final Color BLACK = new Color(0x202020);

  private final SampleFonts fonts;

  /// Uses the fonts of Debian's packages on this machine.
  public CertificateGenerator() {
    this(SampleFonts.installed());
  }

  public CertificateGenerator(SampleFonts fonts) {
    this.fonts = fonts;
  }

  /// Generates one paper.
  ///
  /// @throws IllegalArgumentException for an unknown layout, or a character that no installed font
  ///   has
  public GeneratedCertificate generate(long seed, SampleSpec spec) {
    Luck paper = new Luck(seed, "paper");
    ScanRoom scanRoom = new ScanRoom(spec.level(), new Luck(seed, "scan"));
    FormTemplate template = TemplateReader.read(layout(spec, paper));
    PrintStyle style = paper.pick(template.styles());
    FontStack font = fonts.stack(spec.font().orElseGet(() -> paper.pick(fontNames(spec))));
    SampleHousehold household = spec.household().orElseGet(() -> invent(seed, spec));
    Map<FieldPath, Printed> printed = PrintedValues.of(household, style);
    Map<FieldPath, String> values = new HashMap<>();
    printed.forEach((path, p) -> values.put(path, p.value()));
    Set<FieldPath> blank = blankCells(spec, household, paper);
    blank.forEach(path -> values.put(path, "　"));
    printed.keySet().removeAll(blank);
    boolean guard = spec.hasGuard().orElseGet(() -> paper.chance(guardChance(spec.level())));
    SheetLook look = look(spec, household, scanRoom, paper, guard);
    List<Boolean> foreign =
        spec.kind() == PaperKind.BLANK || spec.kind() == PaperKind.FLYER
            ? List.of()
            : household.members().stream().map(SamplePerson::isForeign).toList();
    List<PrintedPage> sheets =
        new FormPrinter(template, font, fonts.sealStack(), look).print(values, foreign);
    List<GeneratedPage> pages = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      int rotation = rotation(spec, paper);
      pages.add(scan(sheets.get(i), scanRoom, rotation, scanRoom.skews().get(i), printed.keySet()));
    }
    return new GeneratedCertificate(
        spec.kind(),
        template.id(),
        font.name(),
        spec.level(),
        guard,
        foreign.contains(true),
        household.members().size(),
        pages,
        spec.kind().bearsFields() ? onPaper(printed, pages) : Map.of(),
        blank);
  }

  /// A text that is too long, or that has a glyph the town's system lacks, may be left out, so that
  /// the cell is blank (住民記録システム標準仕様書 5.8). It happens to invented people only.
  private static Set<FieldPath> blankCells(SampleSpec spec, SampleHousehold household, Luck luck) {
    CertificateField field = luck.pick(MAY_BE_BLANK);
    int member = luck.below(household.members().size());
    boolean happens = luck.chance(BLANK_CHANCE) && spec.household().isEmpty();
    boolean isJapanese = !household.members().get(member).isForeign();
    return happens && isJapanese ? Set.of(FieldPath.of(field, member)) : Set.of();
  }

  private static String layout(SampleSpec spec, Luck luck) {
    return switch (spec.kind()) {
      case CERTIFICATE, REISSUE, SPECIAL_RULE, EQUIVALENT ->
          spec.layout()
              .orElseGet(() -> luck.pick(spec.split().map(Split::layouts).orElse(LAYOUTS)));
      case RESIDENT_RECORD_COPY -> "resident-record-copy";
      case BLANK -> "blank";
      case FLYER -> "flyer";
    };
  }

  private List<String> fontNames(SampleSpec spec) {
    List<String> names = new ArrayList<>(fonts.names());
    spec.split().ifPresent(s -> names.retainAll(s.fonts()));
    if (names.isEmpty()) {
      throw new IllegalStateException(
          "none of these fonts is installed: " + spec.split().map(Split::fonts).orElseThrow());
    }
    return names;
  }

  /// The household that [#generate] would invent for the seed, for callers that print it otherwise.
  public static SampleHousehold invent(long seed, SampleSpec spec) {
    Luck people = new Luck(seed, "people");
    int count = spec.members().orElseGet(() -> people.pick(HOUSEHOLD_SIZES));
    boolean foreign = spec.isForeign().orElseGet(() -> people.chance(0.15));
    return new HouseholdInvention(people, SampleWords.lists(spec.split()))
        .household(count, foreign);
  }

  private static double guardChance(ScanLevel level) {
    return level == ScanLevel.CLEAN ? 0 : 0.5;
  }

  private static int rotation(SampleSpec spec, Luck luck) {
    int turned = luck.pick(SampleSpec.QUARTER_TURNS);
    boolean turns = luck.chance(TURN_CHANCE);
    return spec.rotation().orElse(turns && spec.level() != ScanLevel.CLEAN ? turned : 0);
  }

  private static SheetLook look(
      SampleSpec spec, SampleHousehold household, ScanRoom scanRoom, Luck luck, boolean guard) {
    boolean shifts = spec.level() != ScanLevel.CLEAN && luck.chance(0.4);
    return new SheetLook(
        scanRoom.dpi(),
        scanRoom.skews(),
        luck.below(6),
        title(spec.kind(), luck),
        spec.kind().mark().isEmpty() ? List.of() : List.of(spec.kind().mark()),
        guard ? luck.pick(List.of("複写", "複写無効", "複写", "コピー")) : "",
        scanRoom.guardInk(),
        luck.chance(0.3),
        luck.between(0.12, 0.3),
        household.issuer() + "長之印",
        luck.chance(0.6) ? RED : BLACK,
        shifts ? luck.between(4, 16) : 0);
  }

  /// Towns space the short title out.
  private static String title(PaperKind kind, Luck luck) {
    String space = luck.pick(List.of("", " ", "　", " "));
    return kind.title().length() > 6
        ? kind.title()
        : kind.title()
            .codePoints()
            .mapToObj(Character::toString)
            .collect(Collectors.joining(space));
  }

  private static GeneratedPage scan(
      PrintedPage sheet,
      ScanRoom scanRoom,
      int rotation,
      double skewDegrees,
      Set<FieldPath> printed) {
    ScanRoom.Scan scan = scanRoom.scan(sheet.image(), rotation);
    List<PrintedPage.Box> boxes = new ArrayList<>();
    for (PrintedPage.Box box : sheet.boxes()) {
      if (!printed.contains(box.path())) {
        continue;
      }
      List<Quad> lines = box.lines().stream().map(q -> q.through(scan.mapping())).toList();
      boxes.add(
          new PrintedPage.Box(box.path(), lines, box.cell().map(q -> q.through(scan.mapping()))));
    }
    return new GeneratedPage(scan, scanRoom.dpi(), rotation, skewDegrees, sheet.text(), boxes);
  }

  /// A layout need not have every field: only what got a box was printed.
  private static Map<FieldPath, Printed> onPaper(
      Map<FieldPath, Printed> printed, List<GeneratedPage> pages) {
    Map<FieldPath, Printed> kept = new LinkedHashMap<>(printed);
    kept.keySet()
        .removeIf(path ->
            pages.stream().noneMatch(p -> p.boxes().stream().anyMatch(b -> b.path().equals(path))));
    return kept;
  }
}
