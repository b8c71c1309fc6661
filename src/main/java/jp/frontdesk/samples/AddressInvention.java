package jp.frontdesk.samples;

import java.util.List;
import jp.frontdesk.samples.SampleWords.Town;

/// Invents addresses 住所 and registered domiciles 本籍 in the forms that registers print.
final class AddressInvention {
  private final Luck luck;
  private final SampleWords words;

  AddressInvention(Luck luck, SampleWords words) {
    this.luck = luck;
    this.words = words;
  }

  /// A whole address with perhaps a building 方書 after a full-width space.
  String address(Town town) {
    String place = place(town);
    String number =
        switch (luck.below(10)) {
          case 0, 1, 2 ->
              luck.between(1, 9) + "丁目" + luck.between(1, 45) + "番" + luck.between(1, 40) + "号";
          case 3, 4, 5 ->
              luck.between(1, 7) + "丁目" + luck.between(1, 45) + "番地の" + luck.between(1, 40);
          case 6, 7 -> luck.between(1, 3900) + "番地" + luck.between(1, 30);
          case 8 -> luck.between(1, 9) + "丁目" + luck.between(1, 45) + "-" + luck.between(1, 40);
          default -> luck.between(1, 60) + "番" + luck.between(1, 30) + "号";
        };
    return place + number + (luck.chance(0.4) ? "　" + building() : "");
  }

  /// Where somebody moves to: as a rule a whole address, at times no more than the town
  /// (住民記録システム標準仕様書 4.1.3.0.2).
  String destination(Town town) {
    if (luck.chance(0.1)) {
      return town.prefecture()
          + town.issuer()
          + luck.pick(town.wards())
          + (luck.chance(0.6) ? "（番地未定）" : "");
    }
    return address(town);
  }

  /// A registered domicile: ends in 番 or 番地, without a building.
  String domicile() {
    String place = place(luck.pick(words.towns()));
    return luck.chance(0.6)
        ? place + luck.between(1, 7) + "丁目" + luck.between(1, 45) + "番"
        : place + luck.between(1, 3900) + "番地" + (luck.chance(0.6) ? luck.between(1, 20) : "");
  }

  private String place(Town town) {
    return town.prefecture()
        + town.issuer()
        + luck.pick(town.wards())
        + luck.pick(town.districts());
  }

  private String building() {
    String room = Integer.toString(luck.between(1, 12) * 100 + luck.between(1, 12));
    return luck.pick(words.buildings()) + room + luck.pick(List.of("号室", "号", ""));
  }
}
