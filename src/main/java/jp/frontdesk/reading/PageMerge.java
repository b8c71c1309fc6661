package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.evidence.Reasons;

/// Joins the pages of one certificate; see [CertificateReading#merge].
final class PageMerge {
  private static final List<CertificateField> MOVE =
      List.of(
          CertificateField.MOVE_DATE, CertificateField.OLD_ADDRESS, CertificateField.NEW_ADDRESS);
  private static final double SURE = 0.8;

  private final List<PageReading> given;
  private final Set<ReadingWarning> warnings = new LinkedHashSet<>();

  PageMerge(List<PageReading> pages) {
    this.given = List.copyOf(pages);
  }

  CertificateReading merged() {
    given.forEach(p -> warnings.addAll(p.warnings()));
    List<PageReading> kept = withoutDuplicates(given.stream().filter(this::carriesData).toList());
    List<PageReading> ordered = ordered(kept);
    warnOfOtherCertificates(ordered);
    warnOfMissingPages(ordered);
    Map<FieldPath, FieldReading> fields = new TreeMap<>();
    int firstMember = 0;
    boolean isShifted = isTurned(ordered, kept);
    for (PageReading page : ordered) {
      int base = firstMember;
      int members = 0;
      for (FieldReading field : page.fields()) {
        FieldPath path = field.path();
        if (path.member() >= 0) {
          members = Math.max(members, path.member() + 1);
          path = FieldPath.of(path.field(), base + path.member());
        }
        FieldReading placed = field.at(path, field.page());
        fields.merge(path, isShifted ? unsure(placed) : placed, PageMerge::agreed);
      }
      firstMember += members;
      isShifted |= page.fields().stream().anyMatch(f -> f.reasons().contains(Reasons.WHOSE));
    }
    return new CertificateReading(
        type(), given, List.copyOf(fields.values()), List.copyOf(warnings));
  }

  /// Whether pages changed places although not all of them bear a number.
  private static boolean isTurned(List<PageReading> ordered, List<PageReading> given) {
    return !ordered.equals(given) && given.stream().anyMatch(p -> p.printedPage().isEmpty());
  }

  /// Where one page's blocks are in doubt, the numbering of the members after it is too.
  private static FieldReading unsure(FieldReading f) {
    List<String> reasons =
        Stream.concat(Stream.of(Reasons.WHOSE), f.reasons().stream()).distinct().toList();
    return f.path().member() < 0
        ? f
        : new FieldReading(
            f.path(),
            f.value(),
            Math.min(f.confidence(), 0.6),
            true,
            reasons,
            f.candidates(),
            f.page(),
            f.box());
  }

  private boolean carriesData(PageReading page) {
    return !page.fields().isEmpty() || page.printedPage().isPresent();
  }

  /// By printed page number. Pages without one take the numbers that are left: first the one the
  /// certificate starts on, then by the first member number, then as given.
  private static List<PageReading> ordered(List<PageReading> pages) {
    Map<Integer, List<PageReading>> byNumber = new TreeMap<>();
    pages.forEach(page ->
        page.printedPage()
            .ifPresent(
                p -> byNumber.computeIfAbsent(p.number(), n -> new ArrayList<>()).add(page)));
    List<PageReading> rest =
        new ArrayList<>(
            pages.stream()
                .filter(p -> p.printedPage().isEmpty())
                .sorted(
                    Comparator.comparingInt(PageMerge::firstMemberNumber)
                        .thenComparingInt(PageReading::page))
                .toList());
    rest.stream()
        .filter(PageMerge::startsCertificate)
        .min(
            Comparator.comparing((PageReading p) -> !hasHead(p))
                .thenComparingInt(PageReading::page))
        .ifPresent(first -> {
          rest.remove(first);
          rest.addFirst(first);
        });
    int number = 1;
    for (PageReading page : rest) {
      while (byNumber.containsKey(number)) {
        number++;
      }
      byNumber.put(number, new ArrayList<>(List.of(page)));
    }
    return byNumber.values().stream().flatMap(List::stream).toList();
  }

  private static boolean startsCertificate(PageReading page) {
    return hasHead(page) || MOVE.stream().anyMatch(f -> page.find(FieldPath.of(f)).isPresent());
  }

  /// Whether the head of the household is among its people, who is printed first.
  private static boolean hasHead(PageReading page) {
    return page.fields().stream()
        .anyMatch(f -> f.path().field() == CertificateField.RELATION && f.value().equals("世帯主"));
  }

  private static int firstMemberNumber(PageReading page) {
    return page.memberNumbers().stream().filter(n -> n > 0).findFirst().orElse(0);
  }

  private static boolean endsCertificate(PageReading page) {
    return page.fields().stream()
        .anyMatch(f ->
            f.path().field() == CertificateField.ISSUE_DATE
                || f.path().field() == CertificateField.MAYOR);
  }

  /// The same field on two pages: the sure one, flagged where both are sure and differ.
  private static FieldReading agreed(FieldReading a, FieldReading b) {
    if (Texts.folded(a.value()).equals(Texts.folded(b.value()))) {
      return a.needsReview() && !b.needsReview() ? b : a;
    }
    boolean firstIsBetter = a.confidence() >= b.confidence();
    FieldReading best = firstIsBetter ? a : b;
    FieldReading other = firstIsBetter ? b : a;
    return new FieldReading(
        best.path(),
        best.value(),
        Math.min(best.confidence(), 0.5),
        true,
        List.of("ページによって読み取った値が違います"),
        List.of(other.value()),
        best.page(),
        best.box());
  }

  private List<PageReading> withoutDuplicates(List<PageReading> pages) {
    List<PageReading> kept = new ArrayList<>();
    for (PageReading page : pages) {
      if (kept.stream().anyMatch(k -> isSamePage(k, page))) {
        warnings.add(Warnings.DUPLICATE_PAGE);
      } else {
        kept.add(page);
      }
    }
    return kept;
  }

  /// Two prints of one page: nearly all strong fields (numbers and dates of members) are equal, and
  /// some exist.
  private static boolean isSamePage(PageReading a, PageReading b) {
    Map<FieldPath, String> strong = strongValues(a);
    Map<FieldPath, String> others = strongValues(b);
    long shared = strong.keySet().stream().filter(others::containsKey).count();
    long equal =
        strong.entrySet().stream().filter(e -> e.getValue().equals(others.get(e.getKey()))).count();
    return shared >= 2 && equal * 4 >= shared * 3;
  }

  private static Map<FieldPath, String> strongValues(PageReading page) {
    return page.fields().stream()
        .filter(f -> f.path().member() >= 0)
        .filter(f ->
            f.path().field() == CertificateField.INDIVIDUAL_NUMBER
                || f.path().field() == CertificateField.RESIDENT_RECORD_CODE
                || f.path().field() == CertificateField.BIRTH_DATE)
        .collect(
            Collectors.toMap(
                FieldReading::path,
                f -> Texts.digitsOf(f.value()),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  /// Two sure certificate numbers, places or days of the move that differ are two certificates; so
  /// are two first pages by their numbers.
  private void warnOfOtherCertificates(List<PageReading> pages) {
    boolean numbersDiffer = values(pages, CertificateField.CERTIFICATE_NUMBER) > 1;
    boolean movesDiffer =
        MOVE.stream().anyMatch(f -> values(pages, f) > 1)
            || pages.stream().anyMatch(a -> pages.stream().anyMatch(b -> areOfTwoMoves(a, b)));
    boolean twoFirst =
        pages.stream().flatMap(p -> p.printedPage().stream()).filter(p -> p.number() == 1).count()
            > 1;
    if (numbersDiffer || movesDiffer || twoFirst) {
      warnings.add(Warnings.MIXED_CERTIFICATES);
    }
  }

  /// Whether both pages speak of the move and agree in nothing, however badly they were read.
  private static boolean areOfTwoMoves(PageReading a, PageReading b) {
    List<CertificateField> both =
        MOVE.stream().filter(f -> moveOf(a, f).isPresent() && moveOf(b, f).isPresent()).toList();
    return !both.isEmpty() && both.stream().noneMatch(f -> moveOf(a, f).equals(moveOf(b, f)));
  }

  private static Optional<String> moveOf(PageReading page, CertificateField field) {
    return page.find(FieldPath.of(field)).map(f -> Texts.folded(f.value()));
  }

  /// How many different sure values of a field the pages have.
  private static long values(List<PageReading> pages, CertificateField field) {
    return pages.stream()
        .flatMap(p -> p.find(FieldPath.of(field)).stream())
        .filter(f -> f.confidence() >= SURE)
        .map(f ->
            field == CertificateField.CERTIFICATE_NUMBER
                ? Texts.digitsOf(f.value())
                : Texts.folded(f.value()))
        .distinct()
        .count();
  }

  private void warnOfMissingPages(List<PageReading> pages) {
    if (pages.isEmpty()) {
      return;
    }
    int total = total(pages);
    Set<Integer> present =
        pages.stream()
            .flatMap(p -> p.printedPage().stream())
            .map(PrintedPage::number)
            .collect(Collectors.toSet());
    long unnumbered = pages.stream().filter(p -> p.printedPage().isEmpty()).count();
    boolean hasFirst = pages.stream().anyMatch(PageMerge::startsCertificate);
    boolean hasLast = pages.stream().anyMatch(PageMerge::endsCertificate);
    if (!hasFirst && !present.contains(1)) {
      warnings.add(Warnings.pageMissing(1));
      present.add(1);
    } else if (hasFirst) {
      unnumbered -= present.add(1) ? 1 : 0;
    }
    for (int number = 2; number <= total; number++) {
      if (!present.contains(number) && unnumbered-- <= 0) {
        warnings.add(Warnings.pageMissing(number));
      }
    }
    if (total <= pages.size() && hasFirst && !hasLast && present.size() <= 1 && total == 1) {
      warnings.add(Warnings.pageMissing(2));
    }
  }

  /// The number of pages that most prints of it say, the smaller one of two.
  private static int total(List<PageReading> pages) {
    Map<Integer, Integer> totals = new TreeMap<>();
    pages.stream()
        .flatMap(p -> p.printedPage().stream())
        .forEach(p -> totals.merge(p.total(), 1, Integer::sum));
    int most = totals.values().stream().max(Integer::compare).orElse(0);
    return totals.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(pages.size());
  }

  private DocumentType type() {
    return given.stream()
        .map(PageReading::documentType)
        .min(Comparator.comparingInt(PageMerge::weight))
        .orElse(DocumentType.OTHER);
  }

  /// A mark that forbids the paper on one page counts for all.
  private static int weight(DocumentType type) {
    return switch (type) {
      case SPECIAL_RULE_DONE -> 0;
      case REISSUED_MOVING_OUT_CERTIFICATE -> 1;
      case EQUIVALENT_CERTIFICATE -> 2;
      case MOVING_OUT_CERTIFICATE -> 3;
      case RESIDENT_RECORD_COPY -> 4;
      case OTHER -> 5;
      case BLANK -> 6;
    };
  }
}
