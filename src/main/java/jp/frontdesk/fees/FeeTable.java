package jp.frontdesk.fees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// A town's dated fee table 手数料表, `kiosk-config/<code>/fees.yaml`. For each item and channel the
/// periods follow each other without overlap and without gap. Fees are set by ordinance (地方自治法
/// 228条); those of the family register follow the national standard (手数料の標準に関する政令).
///
/// @param town whose table it is
/// @param version names exactly this content; stored with every invoice
/// @param accounts revenue accounts, code to name
/// @param prices every line, in the order of the file
/// @param exemptions grounds on which something costs nothing
public record FeeTable(
    MunicipalityCode town,
    String version,
    Map<String, String> accounts,
    List<FeePrice> prices,
    List<FeeExemption> exemptions) {
  private static final int MOST_YEN = 999_999;

  public FeeTable {
    accounts = Map.copyOf(accounts);
    prices = List.copyOf(prices);
    exemptions = List.copyOf(exemptions);
  }

  /// Reads and checks a whole file.
  public static Loaded<FeeTable> load(Path file) {
    List<String> faults = new ArrayList<>();
    Optional<FeeTable> table = TownYaml.open(file, faults).map(top -> read(top, file, faults));
    return faults.isEmpty() && table.isPresent()
        ? new Loaded.Good<>(table.get())
        : new Loaded.Faulty<>(faults);
  }

  /// What one unit costs at the counter on a day; empty where the town does not offer it then.
  public Optional<FeePrice> priceOn(String item, LocalDate day) {
    return priceOn(item, FeePrice.Channel.COUNTER, day);
  }

  /// What one unit costs through a channel on a day; empty where it is not offered.
  public Optional<FeePrice> priceOn(String item, FeePrice.Channel channel, LocalDate day) {
    return prices.stream()
        .filter(p -> p.item().equals(item) && p.channel() == channel && p.isValidOn(day))
        .findFirst();
  }

  /// What the counter offers on a day, in the order of the file.
  public List<FeePrice> offeredOn(LocalDate day) {
    return prices.stream()
        .filter(p -> p.channel() == FeePrice.Channel.COUNTER && p.isValidOn(day))
        .toList();
  }

  /// The grounds on which an item may cost nothing.
  public List<FeeExemption> exemptionsOf(String item) {
    return exemptions.stream().filter(one -> one.items().contains(item)).toList();
  }

  private static FeeTable read(TownYaml top, Path file, List<String> faults) {
    top.allowOnly("municipality", "accounts", "fees", "exemptions");
    Optional<MunicipalityCode> town = MunicipalityCode.parse(top.text("municipality"));
    if (town.isEmpty()) {
      top.fault("municipality", "municipality must be a code of six digits whose check digit fits");
    }
    Map<String, String> accounts = new LinkedHashMap<>();
    for (TownYaml account : top.list("accounts")) {
      account.allowOnly("code", "name");
      if (accounts.put(account.text("code"), account.text("name")) != null) {
        account.fault("code", "this account stands here a second time");
      }
    }
    List<Line> lines = new ArrayList<>();
    for (TownYaml line : top.list("fees")) {
      lines.add(new Line(line, priceOf(line, accounts)));
    }
    checkPeriods(lines);
    return new FeeTable(
        town.orElse(new MunicipalityCode("999997")),
        faults.isEmpty() ? fingerprint(file) : "",
        accounts,
        lines.stream().map(Line::price).toList(),
        FeeExemption.readAll(
            top, lines.stream().map(l -> l.price().item()).collect(Collectors.toSet())));
  }

  private record Line(TownYaml yaml, FeePrice price) {}

  private static FeePrice priceOf(TownYaml line, Map<String, String> accounts) {
    line.allowOnly(
        "item",
        "name",
        "channel",
        "unit",
        "yen",
        "legal_basis",
        "valid_from",
        "valid_to",
        "account",
        "example",
        "source");
    if (!accounts.containsKey(line.text("account"))) {
      line.fault("account", "account is not one of the accounts above");
    }
    LocalDate validFrom = line.date("valid_from");
    Optional<LocalDate> validTo = line.dateIfAny("valid_to");
    if (validTo.map(last -> last.isBefore(validFrom)).orElse(false)) {
      line.fault("valid_to", "valid_to is before valid_from");
    }
    return new FeePrice(
        line.text("item"),
        line.text("name"),
        channelOf(line),
        line.text("unit"),
        new Yen(line.number("yen", 0, MOST_YEN)),
        line.text("legal_basis"),
        validFrom,
        validTo,
        line.text("account"),
        line.flag("example"),
        line.text("source"));
  }

  private static FeePrice.Channel channelOf(TownYaml line) {
    String text = line.textIfAny("channel").orElse("counter");
    for (FeePrice.Channel channel : FeePrice.Channel.values()) {
      if (channel.name().toLowerCase(Locale.ROOT).equals(text)) {
        return channel;
      }
    }
    line.fault("channel", "channel must be counter, convenience_store, mail or online");
    return FeePrice.Channel.COUNTER;
  }

  private static void checkPeriods(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparing((Line line) -> line.price().item())
            .thenComparing(line -> line.price().channel())
            .thenComparing(line -> line.price().validFrom()));
    for (int i = 1; i < sorted.size(); i++) {
      FeePrice before = sorted.get(i - 1).price();
      Line line = sorted.get(i);
      FeePrice price = line.price();
      if (!before.item().equals(price.item()) || before.channel() != price.channel()) {
        continue;
      }
      String above = " the line " + sorted.get(i - 1).yaml().line() + " for the same item";
      LocalDate next = before.validTo().map(last -> last.plusDays(1)).orElse(LocalDate.MAX);
      if (price.validFrom().isBefore(next)) {
        line.yaml().fault("valid_from", "the period overlaps" + above);
      } else if (price.validFrom().isAfter(next)) {
        line.yaml().fault("valid_from", "there is a gap after" + above);
      }
    }
  }

  /// The first 16 hex digits of the file's SHA-256.
  private static String fingerprint(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (IOException | NoSuchAlgorithmException broken) {
      throw new IllegalStateException("the fee table cannot be read again", broken);
    }
  }
}
