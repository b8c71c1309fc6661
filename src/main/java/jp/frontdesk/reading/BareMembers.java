package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.CertificateField;

/// People printed without captions: a row with a birth date, the sex and perhaps the relationship,
/// below a row with a number, the name and its kana in brackets.
final class BareMembers {
  private static final String DATE =
      "(?:(?:明治|大正|昭和|平成|令和|[明大昭平令]).{1,2}|[12][0-9]{3})年.{1,2}月.{1,2}日";
  private static final Pattern PERSON =
      Pattern.compile(
          "(?<birth>"
              + DATE
              + ")(?:生まれ|生れ|生)?[、・/,(]*(?<sex>[男女]|(?<=生).)[)、・/,]*(?<relation>[^0-9]{1,8})?");
  private static final Pattern NAME =
      Pattern.compile(
          "[(【\\[]?(?<index>[0-9]{1,2})?[)】\\].、]*(?<name>.{2,40}?)(?<open>[(cC<く])(?<kana>[ァ-ヶー･・]{3,})[)ン>]?");
  private static final double NEAR = 3.5;

  private final LabelBook labels;

  BareMembers(LabelBook labels) {
    this.labels = labels;
  }

  /// The parts of a row of a person, with a label before each; none where it is no such row.
  ///
  /// @param end the first character that belongs to something else
  List<PrintedRow.Part> person(PrintedRow row, int end) {
    Matcher person = PERSON.matcher(row.text().substring(0, end));
    List<PrintedRow.Part> parts = new ArrayList<>();
    if (person.matches()) {
      add(parts, row, CertificateField.BIRTH_DATE, person, "birth");
      add(parts, row, CertificateField.SEX, person, "sex");
      add(parts, row, CertificateField.RELATION, person, "relation");
    }
    return parts;
  }

  /// The parts of the row above a person's.
  List<PrintedRow.Part> name(PrintedRow row, PrintedRow below) {
    Matcher name = NAME.matcher(row.text());
    List<PrintedRow.Part> parts = new ArrayList<>();
    int gap = below.box().y() - row.box().bottom();
    if (name.matches() && gap < NEAR * row.box().height()) {
      add(parts, row, CertificateField.NAME, name, "name");
      add(parts, row, CertificateField.KANA, name, "kana");
    }
    return parts;
  }

  private void add(
      List<PrintedRow.Part> parts,
      PrintedRow row,
      CertificateField field,
      Matcher matcher,
      String group) {
    if (matcher.start(group) < 0) {
      return;
    }
    Optional<Label> label = labels.find(field.label()).map(LabelBook.Match::label);
    Optional<PrintedRow.Part> value = row.part(matcher.start(group), matcher.end(group));
    if (label.isPresent() && value.isPresent()) {
      Box box = value.orElseThrow().box();
      Box before = new Box(Math.max(0, box.x() - box.height() / 2 - 2), box.y(), 2, box.height());
      parts.add(new PrintedRow.Part(List.of(before), "", label));
      parts.add(value.orElseThrow());
    }
  }
}
