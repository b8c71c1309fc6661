package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import jp.frontdesk.server.DeskUnderTest;
import jp.frontdesk.server.TestAccounts;

/// A clerk at the counter desk of one town.
public final class Clerk {
  private static final long PATIENCE_MS = 60_000;

  private static final Map<String, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

  private final Visitor visitor;

  /// Signs in as a clerk without any special task.
  public Clerk(URI desk, String town) {
    this(desk, town, "mihon");
  }

  /// Signs in; the clerk who is signed in already stays at the same browser.
  public Clerk(URI desk, String town, String name) {
    this.visitor =
        SIGNED_IN.compute(
            desk + "|" + town + "-" + name,
            (_, known) ->
                known != null && known.get("/log").status() != 303
                    ? known
                    : signIn(desk, town, name));
  }

  /// A new browser in which a clerk has just signed in: the one way in for every test.
  public static Visitor signIn(URI desk, String town, String name) {
    Visitor visitor = new Visitor(desk);
    Visitor.Page signedIn =
        visitor.post(
            "/login",
            Map.of(
                "account",
                town + "-" + name,
                "password",
                DeskUnderTest.PASSWORD,
                "code",
                TestAccounts.nextCode(desk, town, name)));
    assertThat(signedIn.status()).isEqualTo(303);
    return visitor;
  }

  Visitor visitor() {
    return visitor;
  }

  Visitor.Page get(String path) {
    return visitor.get(path);
  }

  /// The paths of the cases on the list, in its order.
  List<String> cases() {
    return visitor.get("/").html().select("a[href^=/cases/]").stream()
        .map(a -> a.attr("href"))
        .distinct()
        .toList();
  }

  /// The path of the case with that reception number.
  String findCase(String receptionNumber) {
    return visitor.get("/").html().select("tr:has(a[href^=/cases/])").stream()
        .filter(row -> row.text().contains(receptionNumber))
        .map(row -> row.select("a[href^=/cases/]").attr("href"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no case " + receptionNumber + " on the list"));
  }

  /// Marks every doubtful value as compared and confirms.
  Visitor.Page confirm(String path, Map<String, String> corrected) {
    Visitor.Page page = visitor.get(path);
    Map<String, String> values = new LinkedHashMap<>(page.form(path + "/save"));
    values.putAll(corrected);
    return visitor.post(path + "/confirm", values, Visitor.doubtful(page));
  }

  /// Waits until the case page says something.
  Visitor.Page await(String path, Predicate<Visitor.Page> isThere) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (System.nanoTime() < until) {
      Visitor.Page page = visitor.get(path);
      if (isThere.test(page)) {
        return page;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    throw new AssertionError("the case did not get there in time");
  }

  /// The addresses of the forms on a case page.
  static List<String> forms(Visitor.Page page) {
    return new ArrayList<>(
        page.html().select("iframe[src*=/forms/]").stream().map(f -> f.attr("src")).toList());
  }
}
