package jp.frontdesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/// What may know what: the order of the steps, and the one place for each library. A rule that
/// breaks says in its reason where the code belongs.
@AnalyzeClasses(packages = "jp.frontdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /// Each step knows only those before it; `server` knows all.
  private static final List<String> STEPS =
      List.of(
          "kernel",
          "platform",
          "paper",
          "access",
          "audit",
          "cases",
          "intake",
          "reading",
          "review",
          "guide",
          "forms",
          "fees",
          "registry",
          "server");

  @ArchTest
  static void aStepKnowsOnlyTheStepsBeforeIt(JavaClasses classes) {
    IntStream.range(0, STEPS.size() - 1)
        .mapToObj(ArchitectureTest::knowsNothingBelow)
        .forEach(rule -> rule.check(classes));
  }

  private static ArchRule knowsNothingBelow(int step) {
    String[] below =
        STEPS.subList(step + 1, STEPS.size()).stream()
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packageOf(STEPS.get(step)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below)
        .because("the order of the steps is " + String.join(" -> ", STEPS))
        .allowEmptyShould(true);
  }

  private static String packageOf(String step) {
    return "jp.frontdesk." + step + "..";
  }

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("jp.frontdesk.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule theKernelKnowsOnlyJava =
      noClasses()
          .that()
          .resideInAPackage("jp.frontdesk.kernel")
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "java..",
                  "jp.frontdesk.kernel",
                  "org.jspecify.annotations",
                  "com.google.errorprone.annotations"))
          .because("words and rules outlive every library")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule samplesKnowOnlyTheKernel =
      noClasses()
          .that()
          .resideInAPackage("jp.frontdesk.samples..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("jp.frontdesk..")
                  .and(resideOutsideOfPackages("jp.frontdesk.samples..", "jp.frontdesk.kernel..")))
          .because("a sample made with the reader's own code would prove nothing")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyConfirmedValuesLeaveTheHouse =
      noClasses()
          .that()
          .resideInAnyPackage(
              "jp.frontdesk.forms..", "jp.frontdesk.fees..", "jp.frontdesk.registry..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("jp.frontdesk.reading..").or(namedInStep("review", "Draft.*")))
          .because("forms, fees and the registry take review.Confirmed, never a read value")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule webOnlyInRoutes =
      noClasses()
          .that(
              resideOutsideOfPackages("jp.frontdesk.platform..", "jp.frontdesk.server..")
                  .and(notNamed(".*(Routes|Simulator\\w*)")))
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vertx.ext.web..")
                  .and(resideOutsideOfPackages("io.vertx.ext.web.client..")))
          .because("paths and form parsing belong to ...Routes")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule webClientOnlyInClients =
      noClasses()
          .that(
              resideOutsideOfPackages("jp.frontdesk.platform..", "jp.frontdesk.server..")
                  .and(notNamed(".*(Client|Simulator\\w*)")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.ext.web.client..")
          .because("HTTP to others belongs to the one ...Client of its step")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sqlOnlyInStores =
      noClasses()
          .that(resideOutsideOfPackages("jp.frontdesk.platform..").and(notNamed(".*Store")))
          .should(
              accessTargetWhere(
                  targetOwner(resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient.."))))
          .because("SQL belongs to ...Store; a connection may only be passed through elsewhere")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule enginesOnlyInReading =
      onlyIn(List.of("reading"), "java.lang.foreign..", "org.bytedeco..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule pdfOnlyWherePaperIsMadeOrRead =
      onlyIn(List.of("paper", "forms", "fees", "reading", "samples"), "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule codesOnlyWhereTheyAreMadeOrRead =
      onlyIn(List.of("fees", "paper", "reading", "samples"), "com.google.zxing..");

  @ArchTest
  static final ArchRule sealingOnlyInThePlatform =
      onlyIn(List.of("platform"), "com.google.crypto.tink..", "org.flywaydb..", "io.zonky..");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .that(notNamed("jp\\.frontdesk\\.(reading\\.Reader\\w+|platform\\.Postmaster)"))
          .should(
              accessTargetWhere(
                  call("sleep", Thread.class.getName(), "java.util.concurrent.TimeUnit")))
          .because(
              "a sleeping handler stops its whole verticle; only threads of their own may wait so");

  @ArchTest
  static final ArchRule blockingWorkGoesThroughWorkers =
      noClasses()
          .that(notNamed("jp\\.frontdesk\\.platform\\.Workers"))
          .should(accessTargetWhere(callNamed("executeBlocking", "io.vertx..")))
          .because("platform.Workers bounds its queue and uses platform threads");

  @ArchTest
  static final ArchRule httpServersAreMadeInOnePlace =
      noClasses()
          .that(notNamed("jp\\.frontdesk\\.platform\\.WebServer"))
          .should(accessTargetWhere(callNamed("createHttpServer", "io.vertx..")))
          .because("platform.WebServer speaks HTTP/1.1 alone");

  @ArchTest
  static final ArchRule waitsWithALimitAreTimedWaits =
      noClasses()
          .should(accessTargetWhere(waitWithALimit()))
          .because(
              "after such a wait the virtual thread cannot wait again; use platform.TimedWait");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should(accessTargetWhere(nowWithoutAClock()))
          .orShould(accessTargetWhere(call("currentTimeMillis", System.class.getName())))
          .because("a test sets the time: take a Clock or an InstantSource");

  @ArchTest
  static final ArchRule settingsAreReadInOnePlace =
      noClasses()
          .that(notNamed("jp\\.frontdesk\\.server\\.Settings"))
          .should(accessTargetWhere(call("getenv", System.class.getName())))
          .because("server.Settings checks all settings at once and prints every fault");

  @ArchTest
  static final ArchRule whatServesManyRequestsHasOnlyFinalFields =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .haveNameMatching(".*(Routes|Store|Verticle|Client)")
          .should()
          .beFinal()
          .because("a field changed between two awaits is how one resident gets another's values")
          .allowEmptyShould(true);

  private static ArchRule onlyIn(List<String> steps, String... libraries) {
    return noClasses()
        .that(
            resideOutsideOfPackages(
                steps.stream().map(ArchitectureTest::packageOf).toArray(String[]::new)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("only " + String.join(", ", steps) + " may use it")
        .allowEmptyShould(true);
  }

  /// The class, its nested classes and lambdas included.
  private static DescribedPredicate<JavaClass> notNamed(String regex) {
    return describe(
        "not named " + regex, javaClass -> !javaClass.getName().matches(regex + "(\\$.*)?"));
  }

  private static DescribedPredicate<JavaClass> namedInStep(String step, String regex) {
    return describe(
        step + "." + regex,
        javaClass -> javaClass.getName().matches("jp\\.frontdesk\\." + step + "\\." + regex));
  }

  private static DescribedPredicate<JavaAccess<?>> targetOwner(
      DescribedPredicate<? super JavaClass> owner) {
    return describe(owner.getDescription(), call -> owner.test(call.getTargetOwner()));
  }

  private static DescribedPredicate<JavaAccess<?>> call(String method, String... owners) {
    return describe(
        method + " of " + String.join(", ", owners),
        call ->
            call.getName().equals(method)
                && List.of(owners).contains(call.getTargetOwner().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> callNamed(String method, String owners) {
    return describe(
        method + " of " + owners,
        call ->
            call.getName().equals(method) && resideInAPackage(owners).test(call.getTargetOwner()));
  }

  private static DescribedPredicate<JavaAccess<?>> waitWithALimit() {
    return describe(
        "Future.await with a limit",
        call ->
            call.getName().equals("await")
                && call.getTargetOwner().getName().equals("io.vertx.core.Future")
                && call.getTarget() instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().size() == 2);
  }

  private static DescribedPredicate<JavaAccess<?>> nowWithoutAClock() {
    return describe(
        "now() of java.time without a clock",
        call ->
            call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget() instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }
}
