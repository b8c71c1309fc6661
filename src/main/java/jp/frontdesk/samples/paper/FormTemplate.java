package jp.frontdesk.samples.paper;

import java.util.List;
import java.util.Optional;

/// The layout of one town's form, read from `samples/layouts/ID.yaml`. Texts hold placeholders
/// `{field}` that [CellText] fills; a label may offer several wordings, separated by `|`.
///
/// @param membersPerPage how many people fit on a sheet
/// @param membersAcross how many people stand side by side; with more than one the column titles
///   stand at their left
/// @param fillsSheet whether blocks for people who are not there are printed, too
/// @param styles the printing habits a town with this form may have; never empty
/// @param top lines above everything, on every page
/// @param header the cells about the move, on the first page
/// @param memberHeader column titles above the first member of each page, or a table without rows
/// @param member the cells of one Japanese member
/// @param foreignMember the cells of one foreign member
/// @param detailHeader column titles of a second table of the page's people, below the first
/// @param detail what that table says of one Japanese member, or a table without rows
/// @param foreignDetail what it says of one foreign member
/// @param bottom attestation 認証文, date, mayor with seal, notes; on the last page only
/// @param continued what stands at the foot of every page but the last
public record FormTemplate(
    String id,
    boolean landscape,
    double marginMm,
    int membersPerPage,
    int membersAcross,
    boolean fillsSheet,
    List<PrintStyle> styles,
    List<Line> top,
    Table header,
    Table memberHeader,
    Table member,
    Table foreignMember,
    Table detailHeader,
    Table detail,
    Table foreignDetail,
    List<Line> bottom,
    String continued) {
  public FormTemplate {
    styles = List.copyOf(styles);
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
  }

  /// A4, in millimetres.
  public double widthMm() {
    return landscape ? 297 : 210;
  }

  /// A4, in millimetres.
  public double heightMm() {
    return landscape ? 210 : 297;
  }

  /// Where text stands in its line or cell.
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /// A line of text outside of any table.
  ///
  /// @param beforeMm white space above it
  /// @param hasSeal whether the seal stands at its right end
  public record Line(
      String text, double sizePt, Align align, double beforeMm, double insetMm, boolean hasSeal) {}

  /// How lines are drawn around cells.
  public enum Rule {
    SOLID,
    /// Hair lines, which a bad scan loses in places.
    THIN,
    DOTTED,
    /// Only above and below the rows.
    ROWS,
    NONE
  }

  /// Rows and columns of cells.
  public record Table(Rule rule, double beforeMm, List<Double> columnsMm, List<Row> rows) {
    public Table {
      columnsMm = List.copyOf(columnsMm);
      rows = List.copyOf(rows);
    }

    /// Whether lines are drawn around the cells.
    boolean isRuled() {
      return rule != Rule.NONE;
    }

    /// The table's whole width.
    double widthMm() {
      return columnsMm.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /// One row; it grows where a wrapped text needs it.
  public record Row(double heightMm, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One cell, which may span columns and rows.
  ///
  /// @param caption the form's own words in small print in its top left corner, or empty
  /// @param isLabel whether it holds the form's own words and not a value
  /// @param isVertical whether its characters stand one above the other
  /// @param wraps whether a long text goes on in a second line; otherwise it is printed smaller
  /// @param align empty: labels centred, values left
  public record Cell(
      String text,
      String caption,
      boolean isLabel,
      int columns,
      int rows,
      double sizePt,
      boolean isVertical,
      boolean wraps,
      Optional<Align> align) {}
}
