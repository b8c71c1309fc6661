package jp.frontdesk.fees;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.MunicipalityCode;

/// All that one town sets about fees: its dated table and how it may be paid.
///
/// @param table what things cost
/// @param contract how they may be paid
public record TownFees(FeeTable table, PaymentContract contract) {

  /// Reads `<folder>/<code>/fees.yaml` and `payment.yaml` of each town; every fault of every file
  /// is in the result.
  public static Loaded<Map<MunicipalityCode, TownFees>> loadAll(
      Path folder, List<MunicipalityCode> towns) {
    List<String> faults = new ArrayList<>();
    Map<MunicipalityCode, TownFees> all =
        new TreeMap<>(Comparator.comparing(MunicipalityCode::digits));
    for (MunicipalityCode town : towns) {
      switch (load(folder.resolve(town.digits()), town)) {
        case Loaded.Good<TownFees>(TownFees fees) -> all.put(town, fees);
        case Loaded.Faulty<TownFees>(List<String> more) -> faults.addAll(more);
      }
    }
    return faults.isEmpty() ? new Loaded.Good<>(Map.copyOf(all)) : new Loaded.Faulty<>(faults);
  }

  private static Loaded<TownFees> load(Path folder, MunicipalityCode town) {
    Loaded<FeeTable> table = FeeTable.load(folder.resolve("fees.yaml"));
    Loaded<PaymentContract> contract = PaymentContract.load(folder.resolve("payment.yaml"));
    if (table instanceof Loaded.Good<FeeTable>(FeeTable fees)
        && contract instanceof Loaded.Good<PaymentContract>(PaymentContract payment)) {
      List<String> faults = new ArrayList<>();
      if (!fees.town().equals(town)) {
        faults.add(folder.resolve("fees.yaml") + ":1: municipality is not that of the folder");
      }
      if (!payment.town().equals(town)) {
        faults.add(folder.resolve("payment.yaml") + ":1: municipality is not that of the folder");
      }
      return faults.isEmpty()
          ? new Loaded.Good<>(new TownFees(fees, payment))
          : new Loaded.Faulty<>(faults);
    }
    List<String> faults = new ArrayList<>();
    if (table instanceof Loaded.Faulty<FeeTable>(List<String> more)) {
      faults.addAll(more);
    }
    if (contract instanceof Loaded.Faulty<PaymentContract>(List<String> more)) {
      faults.addAll(more);
    }
    return new Loaded.Faulty<>(faults);
  }
}
