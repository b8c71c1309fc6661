package jp.frontdesk.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.access.AccessConfig;
import jp.frontdesk.access.AccessSettings;
import jp.frontdesk.fees.Loaded;
import jp.frontdesk.fees.TownFees;
import jp.frontdesk.fees.settlement.SettlementSettings;
import jp.frontdesk.forms.FormLibrary;
import jp.frontdesk.forms.FormProblem;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.guide.GuideBook;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.registry.RegistryConfig;
import jp.frontdesk.registry.RegistryTarget;

/// Everything the files of an installation say about its towns, read and checked whole.
///
/// @param faults of every file, empty when the rest can be used
record TownSettings(
    Towns towns,
    Map<MunicipalityCode, TownFees> fees,
    Map<MunicipalityCode, SettlementSettings> settlements,
    Map<MunicipalityCode, RegistryTarget> registries,
    Map<MunicipalityCode, FormLibrary> forms,
    Map<MunicipalityCode, GuideBook> guides,
    Map<MunicipalityCode, AccessSettings> access,
    List<String> faults) {
  TownSettings {
    access = Map.copyOf(access);
    fees = Map.copyOf(fees);
    settlements = Map.copyOf(settlements);
    registries = Map.copyOf(registries);
    forms = Map.copyOf(forms);
    guides = Map.copyOf(guides);
    faults = List.copyOf(faults);
  }

  static TownSettings load(Settings settings) {
    List<String> faults = new ArrayList<>();
    Towns towns = Towns.load(settings.configDir(), faults);
    List<MunicipalityCode> codes = towns.all().stream().map(Town::code).toList();
    Map<MunicipalityCode, TownFees> fees =
        switch (TownFees.loadAll(settings.configDir(), codes)) {
          case Loaded.Good<Map<MunicipalityCode, TownFees>>(var good) -> good;
          case Loaded.Faulty<Map<MunicipalityCode, TownFees>>(List<String> more) -> {
            faults.addAll(more);
            yield Map.of();
          }
        };
    Map<MunicipalityCode, SettlementSettings> settlements =
        switch (SettlementSettings.loadAll(settings.configDir(), codes)) {
          case Loaded.Good<Map<MunicipalityCode, SettlementSettings>>(var good) -> good;
          case Loaded.Faulty<Map<MunicipalityCode, SettlementSettings>>(List<String> more) -> {
            faults.addAll(more);
            yield Map.of();
          }
        };
    Map<MunicipalityCode, RegistryTarget> registries = new HashMap<>();
    for (MunicipalityCode code : codes) {
      switch (RegistryConfig.load(settings.configDir().resolve(code.digits()))) {
        case RegistryConfig.Loaded.Target(RegistryTarget target) ->
            registries.put(code, settings.registryUrl().map(target::withUrl).orElse(target));
        case RegistryConfig.Loaded.Faulty(List<String> more) -> faults.addAll(more);
      }
    }
    Map<MunicipalityCode, FormLibrary> forms = new HashMap<>();
    for (MunicipalityCode code : codes) {
      FormLibrary library =
          FormLibrary.load(settings.templatesDir(), settings.configDir().resolve(code.digits()));
      library.problems().stream()
          .map(FormProblem::toString)
          .filter(problem -> !faults.contains(problem))
          .forEach(faults::add);
      forms.put(code, library);
      faults.addAll(signingFaults(settings, towns.getTown(code), library));
    }
    Map<MunicipalityCode, GuideBook> guides = guides(settings, forms, faults);
    Map<MunicipalityCode, AccessSettings> access = access(settings, registries, codes, faults);
    return new TownSettings(towns, fees, settlements, registries, forms, guides, access, faults);
  }

  /// Where a real registry is connected, nobody signs in by demonstration accounts, and by local
  /// ones only if the town has written that it wants them.
  private static Map<MunicipalityCode, AccessSettings> access(
      Settings settings,
      Map<MunicipalityCode, RegistryTarget> registries,
      List<MunicipalityCode> codes,
      List<String> faults) {
    Map<MunicipalityCode, AccessSettings> access = new HashMap<>();
    for (MunicipalityCode code : codes) {
      Path folder = settings.configDir().resolve(code.digits());
      int before = faults.size();
      AccessSettings own = AccessConfig.load(folder, faults);
      access.put(code, own);
      boolean isReal =
          Optional.ofNullable(registries.get(code)).map(TownSettings::isReal).orElse(false);
      if (isReal && settings.isDemo()) {
        faults.add("FRONTDESK_DEMO: the registry of " + code + " is a real one: no demonstration");
      }
      boolean isLocal = own.provider().isEmpty() && own.localAccounts().isEmpty();
      if (isReal && isLocal && faults.size() == before) {
        faults.add(
            folder.resolve(AccessConfig.FILE_NAME)
                + ":1: the registry of this town is a real one: name its identity provider under"
                + " `openid`, or write the decision that allows local accounts under"
                + " `local_accounts`");
      }
    }
    return access;
  }

  /// A registry on this machine is a simulator.
  private static boolean isReal(RegistryTarget target) {
    return !AccessConfig.isThisMachine(Optional.ofNullable(target.url().getHost()).orElse(""));
  }

  /// A form that a town has signed must exist and have a place to sign.
  private static List<String> signingFaults(Settings settings, Town town, FormLibrary library) {
    String file = settings.configDir().resolve(town.code().digits()).resolve("town.yaml") + "";
    return town.signing().keySet().stream()
        .sorted()
        .flatMap(form ->
            library
                .find(form)
                .map(found ->
                    found.hasSignature()
                        ? Stream.<String>empty()
                        : Stream.of(file + ": signing: the form " + form + " has no signature"))
                .orElseGet(() -> Stream.of(file + ": signing: there is no form " + form)))
        .toList();
  }

  private static Map<MunicipalityCode, GuideBook> guides(
      Settings settings, Map<MunicipalityCode, FormLibrary> forms, List<String> faults) {
    List<String> codes = forms.keySet().stream().map(MunicipalityCode::digits).sorted().toList();
    Map<MunicipalityCode, GuideBook> guides = new HashMap<>();
    GuideBook.loadAll(settings.configDir(), codes)
        .forEach((digits, book) -> {
          MunicipalityCode code = new MunicipalityCode(digits);
          guides.put(code, book);
          Set<String> ids =
              Optional.ofNullable(forms.get(code)).orElseThrow().forms().stream()
                  .map(FormTemplate::id)
                  .collect(Collectors.toSet());
          Stream.concat(book.faults().stream(), book.faultsWith(ids).stream())
              .filter(fault -> !faults.contains(fault))
              .forEach(faults::add);
        });
    return guides;
  }
}
