package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;

/// Which heading each piece of a row stands under where nothing but blanks divides the columns:
/// headings and pieces keep their order, a value stands close to its heading and looks like one of
/// its kind, and a heading may have no value.
final class AlignedColumns {
  private static final double MISFIT = 5;
  private static final double FAR_EDGE = 0.15;
  private static final double FARTHEST = 2;
  private static final double INNER_GAP = 1.4;
  private static final double INNER_COST = 2;
  private static final double INNER_START = 2;
  private static final double START_GAP = 1.6;
  private static final double SAME_START = 0.35;
  private static final double MISSING = 0.8;
  private static final double BLANK = 0.1;
  private static final int MOST_PIECES = 6;
  private static final int SHORTEST_NUMBER = 6;

  private final List<Head> heads;
  private final List<Integer> starts;
  private final double unit;

  /// A heading.
  ///
  /// @param box tight around its ink
  /// @param label what it names, empty where it is not known
  record Head(Box box, Optional<Label> label) {
    /// Whether everybody has a value under it.
    boolean isOfEverybody() {
      return label
          .filter(l -> l.fields().size() == 1)
          .map(l ->
              switch (l.fields().getFirst()) {
                case NAME, BIRTH_DATE, SEX, RELATION, INDIVIDUAL_NUMBER, RESIDENT_RECORD_CODE ->
                    true;
                default -> false;
              })
          .orElse(false);
    }
  }

  /// The pieces under each heading; none under some.
  ///
  /// @param pieces as many lists as headings
  /// @param cost the lower the better
  /// @param misfits how many values do not look like one of their heading
  record Placed(List<List<PrintedRun>> pieces, double cost, int misfits) {
    Placed {
      pieces = List.copyOf(pieces);
    }
  }

  /// @param heads from left to right
  /// @param starts columns at which pieces behind wide gaps begin in several rows
  AlignedColumns(List<Head> heads, List<Integer> starts) {
    this.heads = List.copyOf(heads);
    this.starts = List.copyOf(starts);
    unit = heads.stream().mapToInt(h -> h.box().height()).max().orElse(1);
  }

  List<Head> heads() {
    return heads;
  }

  /// The best way to place the pieces of a row.
  ///
  /// @param row from left to right
  Placed place(List<PrintedRun> row) {
    int count = row.size();
    double[][] best = new double[heads.size() + 1][count + 1];
    int[][] taken = new int[heads.size() + 1][count + 1];
    for (double[] line : best) {
      Arrays.fill(line, Double.POSITIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int h = 1; h <= heads.size(); h++) {
      for (int end = 0; end <= count; end++) {
        for (int from = Math.max(0, end - MOST_PIECES); from <= end; from++) {
          double cost = best[h - 1][from] + costOf(heads.get(h - 1), row.subList(from, end));
          if (cost < best[h][end]) {
            best[h][end] = cost;
            taken[h][end] = end - from;
          }
        }
      }
    }
    List<List<PrintedRun>> pieces = new ArrayList<>();
    int misfits = 0;
    int end = count;
    for (int h = heads.size(); h > 0; h--) {
      List<PrintedRun> own = List.copyOf(row.subList(end - taken[h][end], end));
      end -= taken[h][end];
      misfits += own.isEmpty() || fits(heads.get(h - 1), own) ? 0 : 1;
      pieces.addFirst(own);
    }
    return new Placed(pieces, best[heads.size()][count], misfits);
  }

  private double costOf(Head head, List<PrintedRun> pieces) {
    if (pieces.isEmpty()) {
      return head.isOfEverybody() ? MISSING : BLANK;
    }
    Box box = boxOf(pieces);
    Box over = head.box();
    double apart = Math.max(0, Math.max(over.x() - box.right(), box.x() - over.right()));
    double edges =
        Math.min(
            Math.abs(over.centerX() - box.centerX()),
            Math.min(Math.abs(over.x() - box.x()), Math.abs(over.right() - box.right())));
    double inner = 0;
    for (int i = 1; i < pieces.size(); i++) {
      double gap = (pieces.get(i).box().x() - pieces.get(i - 1).box().right()) / unit;
      inner += Math.max(0, gap - INNER_GAP) + (isStart(pieces.get(i)) ? INNER_START : 0);
    }
    return apart / unit
        + Math.min(FARTHEST, FAR_EDGE * edges / unit)
        + INNER_COST * inner
        + (fits(head, pieces) ? 0 : MISFIT);
  }

  private boolean isStart(PrintedRun piece) {
    return starts.stream().anyMatch(s -> Math.abs(s - piece.box().x()) < SAME_START * unit);
  }

  /// The columns at which pieces behind wide gaps begin in two rows or more.
  static List<Integer> starts(List<List<PrintedRun>> rows) {
    List<Integer> all = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (List<PrintedRun> row : rows) {
      for (int i = 1; i < row.size(); i++) {
        Box box = row.get(i).box();
        boolean isApart = box.x() - row.get(i - 1).box().right() > START_GAP * box.height();
        if (isApart) {
          boolean comesAgain =
              all.stream().anyMatch(s -> Math.abs(s - box.x()) < SAME_START * box.height());
          (comesAgain ? found : all).add(box.x());
        }
      }
    }
    return found;
  }

  static Box boxOf(List<PrintedRun> pieces) {
    return pieces.stream().map(PrintedRun::box).reduce(Box::union).orElseThrow();
  }

  /// Whether the fields of the heading may be printed so, as far as a first reading tells.
  private static boolean fits(Head head, List<PrintedRun> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p.text()));
    return head.label()
        .map(l -> fits(l.fields(), text.toString()) || fits(l.foreign(), text.toString()))
        .orElse(true);
  }

  private static boolean fits(List<CertificateField> fields, String text) {
    int longest = fields.stream().mapToInt(AlignedColumns::longest).sum();
    return text.length() <= longest && fields.stream().anyMatch(f -> fits(f, text));
  }

  /// More characters than a value of the field has, as badly as it may be read.
  private static int longest(CertificateField field) {
    return switch (field) {
      case SEX -> 2;
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> 4;
      case PENSION -> 6;
      case RELATION -> 9;
      case RESIDENCE_STATUS -> 18;
      default ->
          switch (field.kind()) {
            case DATE, CODE -> 15;
            case DIGITS, CHOICE -> 15;
            case ADDRESS, NAME, KANA, TEXT -> 100;
          };
    };
  }

  private static boolean fits(CertificateField field, String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean isNumber = digits >= SHORTEST_NUMBER && digits * 3 > text.length() * 2L;
    boolean isDate = text.matches(".*[0-9][年.].*[0-9][月.].*");
    return switch (field.kind()) {
      case DIGITS -> isNumber && !isDate;
      case DATE -> isDate || (digits > 0 && !isNumber) || text.contains("不詳");
      case CODE -> digits >= SHORTEST_NUMBER && !isDate;
      case CHOICE -> !isNumber && !isOfOtherChoice(field, text);
      case ADDRESS -> !isNumber && !isDate;
      case KANA -> !isNumber && !isDate;
      case NAME, TEXT -> !isNumber && !isDate && digits < 3;
    };
  }

  /// 男 is no 有 and no 妻.
  private static boolean isOfOtherChoice(CertificateField field, String text) {
    return switch (field) {
      case SEX -> text.matches("[有無妻夫子父母].*");
      case RELATION -> text.matches("[男女有無]");
      default -> text.matches("[男女妻夫子父母]|世帯主");
    };
  }
}
