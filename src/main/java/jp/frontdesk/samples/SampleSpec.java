package jp.frontdesk.samples;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What to generate. Whatever is empty is left to the seed.
///
/// @param layout name of a layout, see [CertificateGenerator#LAYOUTS]
/// @param font name of an installed font
/// @param members how many people an invented household has, 1 to 8
/// @param rotation clockwise degrees, a multiple of 90, of every page
/// @param hasGuard whether a copy-guard word is visible
/// @param household the people and places to print, instead of invented ones
/// @param split the set to which layout, font and people are held
public record SampleSpec(
    PaperKind kind,
    ScanLevel level,
    Optional<String> layout,
    Optional<String> font,
    OptionalInt members,
    Optional<Boolean> isForeign,
    OptionalInt rotation,
    Optional<Boolean> hasGuard,
    Optional<SampleHousehold> household,
    Optional<Split> split) {

  /// A certificate of that level, all else by chance.
  public static SampleSpec of(ScanLevel level) {
    return new SampleSpec(
        PaperKind.CERTIFICATE,
        level,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A cleanly printed upright certificate of a known layout, all else by chance.
  public static SampleSpec clean(String layout) {
    return of(ScanLevel.CLEAN).withLayout(layout).withRotation(0);
  }

  public SampleSpec withKind(PaperKind other) {
    return new SampleSpec(
        other, level, layout, font, members, isForeign, rotation, hasGuard, household, split);
  }

  public SampleSpec withLayout(String other) {
    return new SampleSpec(
        kind,
        level,
        Optional.of(other),
        font,
        members,
        isForeign,
        rotation,
        hasGuard,
        household,
        split);
  }

  public SampleSpec withFont(String other) {
    return new SampleSpec(
        kind,
        level,
        layout,
        Optional.of(other),
        members,
        isForeign,
        rotation,
        hasGuard,
        household,
        split);
  }

  public SampleSpec withMembers(int count) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        OptionalInt.of(count),
        isForeign,
        rotation,
        hasGuard,
        household,
        split);
  }

  public SampleSpec withForeign(boolean foreign) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        members,
        Optional.of(foreign),
        rotation,
        hasGuard,
        household,
        split);
  }

  public SampleSpec withRotation(int degrees) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        members,
        isForeign,
        OptionalInt.of(degrees),
        hasGuard,
        household,
        split);
  }

  public SampleSpec withGuard(boolean guard) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        members,
        isForeign,
        rotation,
        Optional.of(guard),
        household,
        split);
  }

  public SampleSpec withHousehold(SampleHousehold people) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        members,
        isForeign,
        rotation,
        hasGuard,
        Optional.of(people),
        split);
  }

  public SampleSpec withSplit(Split set) {
    return new SampleSpec(
        kind,
        level,
        layout,
        font,
        members,
        isForeign,
        rotation,
        hasGuard,
        household,
        Optional.of(set));
  }

  /// The quarter turns a scanner may make.
  static final List<Integer> QUARTER_TURNS = List.of(0, 90, 180, 270);
}
