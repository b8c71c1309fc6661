package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.frontdesk.platform.Workers;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.junit.jupiter.api.Test;

/// A print that waits too long under load, as it once gave people the papers of others elsewhere: a
/// wait timed out, only the lock of the queue was released, and the next person got what was still
/// being drawn. Here the whole job is given up, its answer says so, and whatever is drawn late
/// reaches nobody.
class PrintWaitIT {
  private static final int PEOPLE = 16;
  private static final int ROUNDS = 4;
  private static final String TOWN = "999997";
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final String ADVICE = "少し待ってから、もう一度お願いします。";

  private final Workers drawers = new Workers("documents", 1, 12, LIMIT);
  private final Markers markers = new Markers(PEOPLE);

  /// Someone with papers to print.
  ///
  /// @param slip the text of the own payment slip, drawn in quiet
  private record Person(
      int number, Resident resident, Clerk clerk, List<String> forms, String slip) {}

  @Test
  void aPrintThatWaitsTooLongIsGivenUpWholeAndTheNextGivesTheOwnPaper() throws Exception {
    try (DeskUnderTest desk = DeskUnderTest.start(drawers);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE * 2)) {
      List<Person> all = together(people, n -> arrive(desk, n));
      assertThat(all.stream().map(Person::slip).collect(Collectors.toSet())).hasSize(PEOPLE);

      assertEverythingIsRefusedWhileStalled(people, all);
      printInAStorm(people, all);

      List<Person> _ = together(people, n -> printUntilItComes(all.get(n)));
      assertThat(drawers.waitingCount()).isZero();
      assertThat(markers.checks()).isGreaterThan(1_000);
    }
  }

  private Person arrive(DeskUnderTest desk, int number) {
    Resident resident = new Resident(desk.kiosk(), page -> markers.assertOnlyOwn(number, page));
    resident.begin(TOWN);
    assertThat(resident.lay(pages(number)).status()).isEqualTo(303);
    Visitor.Page _ = resident.readAll();
    Visitor.Page _ = resident.check(Markers.texts(number));
    Visitor.Page _ = resident.answer(Markers.answers(number));
    String reception = Resident.receptionNumber(resident.handIn(1));
    Clerk clerk = new Clerk(desk.desk(), TOWN);
    String path = clerk.findCase(reception);
    Visitor.Page confirmed = clerk.confirm(path, Map.of());
    assertThat(confirmed.status()).as(confirmed.html().select(".findings").text()).isEqualTo(303);
    List<String> forms = Clerk.forms(clerk.get(path));
    assertThat(forms).isNotEmpty();
    String slip = Markers.textOf(until200(() -> resident.get("/slip.pdf")));
    return new Person(number, resident, clerk, forms, slip);
  }

  private static List<byte[]> pages(int number) {
    SampleSpec spec =
        SampleSpec.of(ScanLevel.CLEAN)
            .withLayout("household-table")
            .withMembers(1)
            .withForeign(false);
    return new CertificateGenerator()
        .generate(2000 + number, spec).pages().stream().map(GeneratedPage::bytes).toList();
  }

  /// One job holds the only drawer and heeds no interrupt, as native code does not.
  private void assertEverythingIsRefusedWhileStalled(ExecutorService people, List<Person> all)
      throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    io.vertx.core.Future<Boolean> stalling = drawers.run(() -> hold(release));
    long began = System.nanoTime();
    List<Future<Person>> asked = new ArrayList<>();
    for (Person person : all) {
      asked.add(people.submit(() -> refused(person, person.resident().get("/slip.pdf"))));
      asked.add(
          people.submit(() -> refused(person, person.clerk().get(person.forms().getFirst()))));
    }
    for (Future<Person> each : asked) {
      Person _ = each.get(120, TimeUnit.SECONDS);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(LIMIT);
    assertThat(drawers.waitingCount()).isZero();
    assertThat(stalling.failed()).isTrue();
    release.countDown();
    List<Person> _ = together(people, n -> printUntilItComes(all.get(n)));
  }

  private Person refused(Person person, Visitor.Page page) {
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.html().text()).contains("ただいま混み合っています", ADVICE, "もう一度ためす");
    assertThat(Markers.foundIn(page.text())).isEmpty();
    return person;
  }

  /// Slow jobs fall between the prints, so that some come, some wait too long and some are refused.
  private void printInAStorm(ExecutorService people, List<Person> all) throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    Thread storm =
        Thread.ofPlatform()
            .start(() -> {
              while (!isOver.get()) {
                var _ = drawers.run(() -> hold(new CountDownLatch(1), Duration.ofMillis(150)));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
              }
            });
    for (int round = 0; round < ROUNDS; round++) {
      List<Person> _ = together(people, n -> printOnce(all.get(n)));
    }
    isOver.set(true);
    storm.join();
  }

  private Person printOnce(Person person) {
    assertOwnOrRefused(person, person.resident().get("/slip.pdf"), true);
    for (String form : person.forms()) {
      assertOwnOrRefused(person, person.clerk().get(form), false);
    }
    return person;
  }

  private void assertOwnOrRefused(Person person, Visitor.Page page, boolean isSlip) {
    if (page.status() != 200) {
      Person _ = refused(person, page);
    } else if (isSlip) {
      assertThat(Markers.textOf(page)).isEqualTo(person.slip());
    } else {
      markers.assertOwn(person.number(), page);
    }
  }

  private Person printUntilItComes(Person person) {
    assertOwnOrRefused(person, until200(() -> person.resident().get("/slip.pdf")), true);
    for (String form : person.forms()) {
      assertOwnOrRefused(person, until200(() -> person.clerk().get(form)), false);
    }
    return person;
  }

  private static Visitor.Page until200(Supplier<Visitor.Page> asking) {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < until) {
      Visitor.Page page = asking.get();
      if (page.status() == 200) {
        return page;
      }
      assertThat(page.status()).isEqualTo(503);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    throw new AssertionError("the paper did not come in time");
  }

  private static boolean hold(CountDownLatch release) {
    return hold(release, Duration.ofMinutes(3));
  }

  private static boolean hold(CountDownLatch release, Duration most) {
    long until = System.nanoTime() + most.toNanos();
    while (release.getCount() > 0 && System.nanoTime() < until) {
      boolean _ = Thread.interrupted();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return true;
  }

  private static <T> List<T> together(ExecutorService people, IntFunction<T> each)
      throws Exception {
    List<Callable<T>> work = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      int number = i;
      work.add(() -> each.apply(number));
    }
    List<T> done = new ArrayList<>();
    for (Future<T> future : people.invokeAll(work, 20, TimeUnit.MINUTES)) {
      done.add(future.get());
    }
    return done;
  }
}
