package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;

/// Headings that could not be read at all, known by what stands under them: twelve digits are an
/// 個人番号, eleven a 住民票コード, for nothing else on a certificate looks so. Only where no other label
/// names the field.
final class LostHeadings {
  private static final Map<CertificateField, Pattern> LOOKS =
      Map.of(
          CertificateField.INDIVIDUAL_NUMBER,
          Pattern.compile("[0-9]{12}"),
          CertificateField.RESIDENT_RECORD_CODE,
          Pattern.compile("[0-9]{11}"),
          CertificateField.RELATION,
          Pattern.compile("世帯主|夫|妻|子|父|母"));

  private final Set<CertificateField> named = EnumSet.noneOf(CertificateField.class);

  /// @param cells all cells of the page
  LostHeadings(List<ReadCell> cells) {
    cells.stream()
        .flatMap(c -> c.label().stream())
        .forEach(l -> {
          named.addAll(l.fields());
          named.addAll(l.foreign());
        });
  }

  /// Those of some entries without a label whose heading can be told, with it.
  List<HeadedColumns.Entry> found(List<HeadedColumns.Entry> nameless) {
    List<HeadedColumns.Entry> found = new ArrayList<>();
    nameless.stream()
        .collect(Collectors.groupingBy(e -> e.heads().getFirst()))
        .forEach((head, entries) ->
            fieldOf(entries)
                .ifPresent(field -> {
                  ReadCell known = head.withLabel(labelOf(field));
                  entries.forEach(e ->
                      found.add(
                          new HeadedColumns.Entry(
                              List.of(known), e.values(), e.table(), e.member())));
                }));
    return found;
  }

  private Optional<CertificateField> fieldOf(List<HeadedColumns.Entry> entries) {
    List<String> texts =
        entries.stream()
            .flatMap(e -> e.values().stream())
            .map(c -> Texts.digitsOf(Texts.folded(c.text())))
            .filter(t -> !t.isEmpty())
            .toList();
    return LOOKS.entrySet().stream()
        .filter(look -> !named.contains(look.getKey()))
        .filter(look -> {
          long alike = texts.stream().filter(t -> look.getValue().matcher(t).matches()).count();
          return alike > 0 && alike * 2 > texts.size();
        })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Label labelOf(CertificateField field) {
    return new Label(
        List.of(field),
        List.of(field.label()),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
