package jp.frontdesk.fees;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A ground on which a certificate costs nothing 手数料の免除, as the town's ordinance says.
///
/// @param key stable, e.g. `pension_statement`
/// @param name as clerks and residents read it
/// @param items of the fee table that it holds for
/// @param isForOfficers whether only an officer 出納員 grants it; else every clerk does
/// @param legalBasis the ordinance or law
/// @param isExample true where it was not found in a source and stands for demonstration
public record FeeExemption(
    String key,
    String name,
    List<String> items,
    boolean isForOfficers,
    String legalBasis,
    boolean isExample) {
  public FeeExemption {
    items = List.copyOf(items);
  }

  /// Reads the list of a fee table; faults name file and line.
  static List<FeeExemption> readAll(TownYaml table, Set<String> knownItems) {
    List<FeeExemption> all = new ArrayList<>();
    for (TownYaml line : table.listIfAny("exemptions")) {
      line.allowOnly("key", "name", "items", "granted_by", "legal_basis", "example");
      List<String> items = line.texts("items");
      for (String item : items) {
        if (!knownItems.contains(item)) {
          line.fault("items", item + " is not an item of the fees above");
        }
      }
      String key = line.text("key");
      if (all.stream().anyMatch(one -> one.key().equals(key))) {
        line.fault("key", "this exemption stands here a second time");
      }
      String grantedBy = line.text("granted_by");
      if (!grantedBy.equals("clerk") && !grantedBy.equals("officer")) {
        line.fault("granted_by", "granted_by must be clerk or officer");
      }
      all.add(
          new FeeExemption(
              key,
              line.text("name"),
              items,
              grantedBy.equals("officer"),
              line.text("legal_basis"),
              line.flag("example")));
    }
    return all;
  }
}
