package jp.frontdesk.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import jp.frontdesk.kernel.CertificateField;

/// Which person each label of a form speaks of: a new one begins where a table begins or where a
/// label comes again.
final class MemberBlocks {
  private static final int LABELS_OF_A_BLOCK = 3;
  private static final int STRAYS = 2;

  private final List<ReadCell> labels;
  private final Predicate<ReadCell> isHead;
  private final Map<ReadCell, Integer> memberOfLabel = new HashMap<>();
  private int count;

  /// @param labels all labels from top to bottom
  /// @param isHead whether a label is the heading of a column, which speaks of nobody
  /// @param hasPeople whether people stand under headings, too
  MemberBlocks(List<ReadCell> labels, Predicate<ReadCell> isHead, boolean hasPeople) {
    this.labels = List.copyOf(labels);
    this.isHead = isHead;
    number();
    dropStrays(hasPeople);
  }

  int count() {
    return count;
  }

  /// From 0; none for a label of the whole paper, and for a stray one.
  OptionalInt memberOf(ReadCell label) {
    Integer member = memberOfLabel.get(label);
    return member == null ? OptionalInt.empty() : OptionalInt.of(member);
  }

  void forEach(BiConsumer<ReadCell, Integer> use) {
    memberOfLabel.forEach(use);
  }

  /// The person whose labels stand beside or over a cell.
  OptionalInt memberAt(ReadCell cell) {
    return memberOfLabel.entrySet().stream()
        .filter(e -> e.getKey().cell().table() == cell.cell().table())
        .filter(e -> e.getKey().box().y() <= cell.box().centerY())
        .max(Comparator.comparingInt(e -> e.getKey().box().y()))
        .map(e -> OptionalInt.of(e.getValue()))
        .orElse(OptionalInt.empty());
  }

  private void number() {
    number(List.of());
    Map<List<CertificateField>, Integer> firsts = new LinkedHashMap<>();
    Set<Integer> begun = new HashSet<>();
    for (ReadCell cell : labels) {
      if (memberOfLabel.containsKey(cell) && begun.add(memberOfLabel.get(cell))) {
        firsts.merge(cell.label().orElseThrow().fields(), 1, Integer::sum);
      }
    }
    firsts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(e -> begun.size() > 1)
        .ifPresent(e -> number(e.getKey()));
  }

  /// @param first the label most blocks begin with, which begins one even after a block in which it
  ///   was not found; empty while that is not known
  private void number(List<CertificateField> first) {
    memberOfLabel.clear();
    Set<CertificateField> seen = new HashSet<>();
    int member = -1;
    int table = -1;
    for (ReadCell cell : labels) {
      Label label = cell.label().orElseThrow();
      if (!label.isOfMember() || isHead.test(cell)) {
        continue;
      }
      boolean isNewTable = cell.cell().table() != table && isWholeBlock(cell.cell().table());
      List<CertificateField> own = ownFields(cell);
      boolean comesAgain =
          own.stream().anyMatch(seen::contains)
              || (label.fields().equals(first) && seen.size() > LABELS_OF_A_BLOCK);
      if (member < 0 || isNewTable || comesAgain) {
        member++;
        seen.clear();
      }
      table = cell.cell().table();
      seen.addAll(own);
      memberOfLabel.put(cell, member);
    }
    count = member + 1;
  }

  /// The fields of a label without those that others in its row name one by one, e.g. 保険 before 国保
  /// and 介護.
  private List<CertificateField> ownFields(ReadCell cell) {
    List<CertificateField> fields = cell.label().orElseThrow().fields();
    if (fields.size() == 1) {
      return fields;
    }
    return fields.stream()
        .filter(f ->
            labels.stream()
                .filter(o -> o.cell().table() == cell.cell().table())
                .filter(o -> o.box().centerY() >= cell.box().y())
                .filter(o -> o.box().centerY() < cell.box().bottom())
                .noneMatch(o -> o.label().orElseThrow().fields().equals(List.of(f))))
        .toList();
  }

  /// A value that reads like a label makes no person: of several blocks those that hold next to
  /// nothing, and no name, are left out.
  private void dropStrays(boolean hasPeople) {
    Map<Integer, Set<CertificateField>> fields = new TreeMap<>();
    memberOfLabel.forEach((cell, member) ->
        fields
            .computeIfAbsent(member, m -> new HashSet<>())
            .addAll(cell.label().orElseThrow().fields()));
    boolean hasWhole = hasPeople || fields.values().stream().anyMatch(MemberBlocks::isOfPerson);
    List<Integer> kept =
        fields.entrySet().stream()
            .filter(e -> !hasWhole || isOfPerson(e.getValue()) || e.getValue().size() > STRAYS)
            .map(Map.Entry::getKey)
            .toList();
    memberOfLabel.keySet().removeIf(c -> !kept.contains(memberOfLabel.get(c)));
    memberOfLabel.replaceAll((cell, member) -> kept.indexOf(member));
    count = kept.size();
  }

  private static boolean isOfPerson(Set<CertificateField> fields) {
    return fields.contains(CertificateField.NAME) && fields.size() > STRAYS;
  }

  /// A table that names its member is a block; one that does not is a piece of the block before it.
  private boolean isWholeBlock(int table) {
    List<Label> own =
        labels.stream()
            .filter(c -> c.cell().table() == table)
            .map(c -> c.label().orElseThrow())
            .filter(Label::isOfMember)
            .toList();
    return own.size() >= LABELS_OF_A_BLOCK
        && own.stream().anyMatch(l -> l.fields().contains(CertificateField.NAME));
  }
}
