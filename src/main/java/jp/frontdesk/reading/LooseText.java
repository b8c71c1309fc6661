package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.FieldRules;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;

/// What stands outside the cells: title, certificate number, issue date, the mayor's line, the page
/// number and marks such as 再交付.
final class LooseText {
  private static final Pattern NUMBER = Pattern.compile("第([0-9 \\-]{1,14})[号昌]");
  private static final Pattern WHOLE_NUMBER =
      Pattern.compile("(?:証明書?番号|(?:発行|交付|整理|受付)?番号|発行|交付|N[oO]\\.?)?:?第?([0-9\\-]{2,14})[号昌]?");
  private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("[0-9]{4}[-ー]?[0-9]{6,8}");
  private static final String NUMBER_FIRST = "(?:.{0,6}番号.{0,3}|N[oO]\\.?|第)[0-9\\-]{2,14}.*";
  private static final Pattern DATE =
      Pattern.compile(
          "((?:令和?|平成?|昭和?|[RHS]|20)[oO]?(?:元|[0-9]{1,2})[年.][0-9]{1,2}[月.][0-9]{1,2}日?)");
  private static final Pattern MAYOR = Pattern.compile("(.{1,12}[市区町村])[長艮](.*)");
  private static final Pattern PAGE_OF = Pattern.compile("([1-9][0-9]?)[^0-9]{1,2}([1-9][0-9]?)");
  private static final Pattern GOES_ON = Pattern.compile("次頁|次葉|次ページ|続[くき]|つづ[くき]");
  private static final Pattern OTHER_DAY = Pattern.compile("(?!.*(交付|発行|証明|作成)).+[:日]");
  private static final Pattern ISSUED = Pattern.compile("交付|発行|証明|作成");
  private static final Pattern BIRTH = Pattern.compile("日生|[男女]");
  private static final double PART_GAP = 0.6;
  private static final double COLUMN_GAP = 1.5;
  private static final int SHORTEST_FULL_NAME = 3;
  private static final double FULL_NAME_HEIGHTS = 2.6;
  private static final double SEAL_GAP = 2;
  private static final int REACH_HEIGHTS = 3;
  private static final int LONGEST_NUMBER_LINE = 22;
  private static final int SHORTEST_NUMBER = 3;

  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final TextLines splitter;
  private final List<Cell> seals;
  private final Box whole;

  private final List<Found> found = new ArrayList<>();
  private final List<DocumentType> notes = new ArrayList<>();
  private Optional<PrintedPage> printedPage = Optional.empty();
  private int lineCount;

  /// @param seals cells that are no part of a table
  LooseText(
      UprightPage page, Engines engines, LabelBook labels, TextLines splitter, List<Cell> seals) {
    this.page = page;
    this.engines = engines;
    this.labels = labels;
    this.splitter = splitter;
    this.seals = List.copyOf(seals);
    whole = new Box(0, 0, page.picture().width(), page.picture().height());
  }

  /// Reads the lines and gives the fields found; call it once.
  List<Found> read(List<TextLine> lines) {
    for (TextLine line : lines) {
      Box box = line.box();
      if (box.width() < 2 * box.height()) {
        continue;
      }
      Passes passes = passes(line);
      String text = Texts.folded(passes.first().text());
      if (text.length() < 2) {
        continue;
      }
      lineCount++;
      if (text.length() > LONGEST_NUMBER_LINE && NUMBER.matcher(text).find()) {
        readNumberBeside(line);
      }
      labels.findNote(text).ifPresent(notes::add);
      List<TextLine> parts = splitter.parts(line, COLUMN_GAP);
      boolean isMore = MAYOR.matcher(text).matches() || text.matches(NUMBER_FIRST);
      if (parts.size() > 1 && isMore && DATE.matcher(text).find()) {
        for (TextLine part : List.of(parts.getFirst(), rest(parts))) {
          SlotPasses own = passes(part);
          readLine(part, own, Texts.folded(own.first().text()));
        }
      } else {
        readLine(line, passes, text);
      }
    }
    return List.copyOf(found);
  }

  private static TextLine rest(List<TextLine> parts) {
    return new TextLine(union(parts.subList(1, parts.size())));
  }

  private void readLine(TextLine line, Passes passes, String text) {
    Matcher number = NUMBER.matcher(text);
    Matcher mayor = MAYOR.matcher(text);
    Matcher date = DATE.matcher(text);
    if (text.contains("次頁") || text.contains("続く") || text.contains("ページ")) {
      readPageNumber(passes, text);
    } else if (text.length() <= LONGEST_NUMBER_LINE
        && !NUMBER_OF_A_PERSON.matcher(text).matches()
        && (number.find() || WHOLE_NUMBER.matcher(text).matches())) {
      add(CertificateField.CERTIFICATE_NUMBER, certificateNumberIn(passes), line.box());
    } else if (date.find()
        && text.length() <= 24
        && !BIRTH.matcher(text).find()
        && !isOtherDay(text.substring(0, date.start()), date.group(1))) {
      add(
          CertificateField.ISSUE_DATE,
          new ExtractedPasses(passes, LooseText::dateIn, "交付発行"),
          line.box());
    } else if (text.length() <= 28 && mayor.matches()) {
      readMayor(line);
    } else {
      readPageNumber(passes, text);
    }
  }

  /// Whether a date is not the day of issue: a caption before it, known or not, says so, or its
  /// year is a western one, as only foreigners' dates have it (住民記録システム標準仕様書 1.1.9).
  static boolean isOtherDay(String before, String date) {
    return OTHER_DAY.matcher(before).matches()
        || (date.startsWith("20") && !ISSUED.matcher(before).find());
  }

  /// A number that stands by itself behind a sentence: 証明する。　第12345号.
  private void readNumberBeside(TextLine line) {
    for (TextLine part : splitter.parts(line, PART_GAP)) {
      SlotPasses own = passes(part);
      String text = Texts.folded(own.first().text());
      if (NUMBER.matcher(text).lookingAt() && WHOLE_NUMBER.matcher(text).matches()) {
        add(CertificateField.CERTIFICATE_NUMBER, certificateNumberIn(own), part.box());
      }
    }
  }

  /// The digits of 第12345号 and the like.
  static Passes certificateNumberIn(Passes passes) {
    UnaryOperator<String> cut = LooseText::numberIn;
    return new ExtractedPasses(passes, cut, "第号証明書番発行交付整理受No.:");
  }

  private static String numberIn(String text) {
    String folded = Texts.folded(text);
    Matcher number = NUMBER.matcher(folded);
    if (number.find()) {
      return number.group(1);
    }
    Matcher whole = WHOLE_NUMBER.matcher(folded);
    return whole.matches() ? whole.group(1) : "";
  }

  private static String dateIn(String text) {
    Matcher date = DATE.matcher(Texts.folded(text));
    return date.find() ? date.group(1) : "";
  }

  private void readPageNumber(Passes passes, String text) {
    if (text.length() > 20 || printedPage.isPresent()) {
      return;
    }
    boolean goesOn = GOES_ON.matcher(text).find();
    String few = Texts.folded(passes.fast("()（）/／0123456789次頁へ続くページ-").text());
    for (String print : text.matches(".*[0-9]/[0-9].*") ? List.of(text, few) : List.of(few, text)) {
      Matcher numbers = PAGE_OF.matcher(print.replace("次頁へ続く", ""));
      if ((goesOn || print.matches("[(（]?[0-9]{1,2}[/／][0-9]{1,2}[)）]?.*")) && numbers.find()) {
        int number = Integer.parseInt(numbers.group(1));
        int total = Integer.parseInt(numbers.group(2));
        if ((goesOn ? number < total : number <= total) && total <= 20) {
          printedPage = Optional.of(new PrintedPage(number, total));
          return;
        }
      }
    }
    Matcher joined = Pattern.compile("[(（]([1-9])([2-9])[)）]").matcher(text);
    if (goesOn && joined.find() && joined.group(1).compareTo(joined.group(2)) < 0) {
      printedPage =
          Optional.of(
              new PrintedPage(
                  Integer.parseInt(joined.group(1)), Integer.parseInt(joined.group(2))));
    }
  }

  /// The office stands before the first wide gap, the name after it; a seal often lies on the name.
  private void readMayor(TextLine line) {
    Optional<Cell> seal = seals.stream().filter(s -> meets(line.box(), s.box())).findFirst();
    List<TextLine> parts = splitter.parts(line, PART_GAP);
    int end = -1;
    for (int i = 0; i < parts.size() && end < 0; i++) {
      String text = Texts.folded(passes(parts.get(i)).first().text());
      end = text.matches(".*[市区町村]?[長艮]") ? i : -1;
    }
    if (end < 0 || (end + 1 >= parts.size() && seal.isEmpty())) {
      Passes passes = passes(line);
      add(CertificateField.ISSUER, new ExtractedPasses(passes, t -> group(t, 1), ""), line.box());
      add(CertificateField.MAYOR, new ExtractedPasses(passes, t -> group(t, 2), ""), line.box());
      return;
    }
    Box office = union(parts.subList(0, end + 1));
    add(
        CertificateField.ISSUER,
        new ExtractedPasses(passes(new TextLine(office)), t -> group(t, 1), ""),
        office);
    Optional<Box> name =
        end + 1 < parts.size()
            ? Optional.of(union(parts.subList(end + 1, parts.size())))
            : Optional.empty();
    if (seal.isPresent()) {
      readSealed(line, office, name, seal.orElseThrow().box());
    } else {
      Box whole = name.orElseThrow();
      add(CertificateField.MAYOR, passes(new TextLine(whole)), whole);
      if (found.getLast().verdict().value().length() < SHORTEST_FULL_NAME) {
        doubtMayor();
      }
    }
  }

  /// The name up to the seal, and under it where print darker than the seal goes on.
  private void readSealed(TextLine line, Box office, Optional<Box> name, Box seal) {
    Box reach = rowOf(line.box(), seal);
    UnderSeal under = new UnderSeal(page, office, seal, reach);
    Optional<UprightPage> faded = under.faded();
    Optional<Box> hidden = faded.flatMap(under::left);
    boolean isCovered = faded.isEmpty() || hidden.isPresent();
    Optional<Box> rest = faded.isEmpty() ? beyond(name, reach) : hidden;
    Box whole = Stream.concat(name.stream(), rest.stream()).reduce(Box::union).orElse(reach);
    SlotPasses passes =
        new SlotPasses(
            faded.orElse(page), engines, List.of(new TextLine(whole)), this.whole, List.of());
    add(CertificateField.MAYOR, passes, whole);
    if (isCovered || found.getLast().verdict().value().length() < SHORTEST_FULL_NAME) {
      doubtMayor();
    }
  }

  /// Where nothing tells print from seal, a name that is long enough is taken to end before it.
  private static Optional<Box> beyond(Optional<Box> name, Box reach) {
    boolean isWhole = name.filter(n -> n.width() > FULL_NAME_HEIGHTS * n.height()).isPresent();
    return isWhole ? Optional.empty() : Optional.of(reach);
  }

  private void doubtMayor() {
    Found last = found.getLast();
    if (last.field() == CertificateField.MAYOR) {
      Verdict v = last.verdict();
      found.removeLast();
      found.add(
          last.with(
              Verdict.doubtful(
                  v.value(), Math.min(v.confidence(), 0.5), Reasons.COVERED, v.candidates())));
    }
  }

  private static boolean meets(Box line, Box seal) {
    int gap = seal.x() - line.right();
    int rows = Math.min(line.bottom(), seal.bottom()) - Math.max(line.y(), seal.y());
    return rows > line.height() / 2
        && gap < SEAL_GAP * line.height()
        && seal.right() > line.right() - line.height();
  }

  /// The part of the seal a name may reach into: half of it and its frame.
  private static Box rowOf(Box line, Box seal) {
    int left = line.right();
    int right = Math.max(left + line.height(), seal.x() + REACH_HEIGHTS * line.height());
    return new Box(left, line.y(), Math.min(right, seal.right()) - left, line.height());
  }

  private static Box union(List<TextLine> parts) {
    return parts.stream().map(TextLine::box).reduce(Box::union).orElseThrow();
  }

  private static String group(String text, int number) {
    Matcher matcher = MAYOR.matcher(Texts.folded(text));
    return matcher.matches() ? matcher.group(number) : "";
  }

  private void add(CertificateField field, Passes passes, Box box) {
    Verdict read = FieldRules.of(field).read(passes);
    boolean isShort =
        field == CertificateField.CERTIFICATE_NUMBER
            && read.value().length() < SHORTEST_NUMBER
            && !read.needsReview();
    Verdict verdict =
        isShort ? Verdict.doubtful(read.value(), 0.5, Reasons.UNCLEAR, read.candidates()) : read;
    if (!verdict.value().isEmpty()) {
      found.removeIf(f -> f.field() == field && f.verdict().confidence() <= verdict.confidence());
      if (found.stream().noneMatch(f -> f.field() == field)) {
        List<TextLine> own =
            field == CertificateField.MAYOR && !(passes instanceof ExtractedPasses)
                ? List.of(new TextLine(box))
                : List.of();
        found.add(new Found(field, -1, verdict, box, own, List.of()));
      }
    }
  }

  private SlotPasses passes(TextLine line) {
    return new SlotPasses(page, engines, List.of(line), whole, List.of());
  }

  List<DocumentType> notes() {
    return List.copyOf(notes);
  }

  Optional<PrintedPage> printedPage() {
    return printedPage;
  }

  /// Lines with at least two characters.
  int lineCount() {
    return lineCount;
  }
}
