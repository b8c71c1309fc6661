package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.frontdesk.access.Role;
import jp.frontdesk.journeys.Clerk;
import jp.frontdesk.journeys.Visitor;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.TestHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every route of the running server with every role and with none: exactly what the table says.
/// Posts are sent without a form token, so that one that gets past the table ends with 403 and
/// changes nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRolesIT {
  private static final String TOWN = "999997";
  private static final String OTHER_TOWN = "141003";
  private static final Map<Role, String> NAMES =
      Map.of(
          Role.CLERK, "suitou",
          Role.SUPERVISOR, "kakari",
          Role.AUDITOR, "kansa",
          Role.ADMINISTRATOR, "kanri");

  private final Map<Role, Visitor> people = new HashMap<>();
  private final HttpClient client = TestHttp.newClient();
  private DeskUnderTest desk;
  private String ownCase;
  private String otherCase;

  @BeforeAll
  void start() {
    desk = DeskUnderTest.start();
    NAMES.forEach((role, name) -> people.put(role, Clerk.signIn(desk.desk(), TOWN, name)));
    ownCase = openCase(TOWN);
    otherCase = openCase(OTHER_TOWN);
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  /// A case as the first step at a kiosk makes it.
  private String openCase(String town) {
    Visitor visitor = new Visitor(desk.kiosk());
    Visitor.Page _ = visitor.get("/t/" + town);
    Visitor.Page begun = visitor.post("/start", Map.of("town", town, "procedure", "moving_in"));
    assertThat(begun.status()).isEqualTo(303);
    return desk.database()
        .inTown(
            new MunicipalityCode(town),
            c -> c.query("select case_id from case_file").execute().await().iterator().next())
        .getUUID(0)
        .toString();
  }

  /// One method of one address.
  private record Door(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private List<Door> doors(String site) {
    List<Door> doors = new ArrayList<>();
    for (Route route : desk.node().routesOf(site)) {
      Set<HttpMethod> methods =
          Optional.ofNullable(route.methods()).filter(m -> !m.isEmpty()).orElse(Set.of());
      methods.forEach(method ->
          doors.add(new Door(method.name(), Optional.ofNullable(route.getPath()).orElse("*"))));
    }
    return doors;
  }

  private static String filled(String path, String caseId) {
    return path.replace(":case", caseId)
        .replace(":page", "1")
        .replace(":form", "moving_in_notification")
        .replace(":day", "2026-01-05");
  }

  /// What an answer says about who may come in.
  private enum Verdict {
    SIGN_IN_FIRST,
    NOT_THERE,
    LET_IN
  }

  private Verdict ask(URI site, Door door, String caseId, Optional<Visitor> person)
      throws IOException, InterruptedException {
    long before = refusals();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(filled(door.path(), caseId)))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(door.method(), HttpRequest.BodyPublishers.noBody());
    person.ifPresent(visitor -> request.header("Cookie", visitor.cookies()));
    HttpResponse<java.io.InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    if (answer.headers().firstValue("Location").orElse("").equals("/login")) {
      return Verdict.SIGN_IN_FIRST;
    }
    boolean isRefused = refusals() > before;
    if (isRefused) {
      assertThat(answer.statusCode()).as(door + " refused").isEqualTo(404);
    }
    return isRefused ? Verdict.NOT_THERE : Verdict.LET_IN;
  }

  /// How often the table refused, as the server counts it.
  private long refusals() {
    return new Visitor(desk.operations())
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("frontdesk_access_refused_total"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void theTableNamesEveryRouteOfTheDeskAndNoOther() {
    Set<String> routes = new HashSet<>();
    doors("desk").forEach(door -> routes.add(door.toString()));
    routes.removeIf(route -> route.startsWith("GET /assets"));

    assertThat(routes).isEqualTo(RouteRoles.table().keySet());
  }

  @Test
  void everyRouteIsOpenToExactlyTheRolesOfTheTable() throws Exception {
    Map<String, Verdict> expected = new LinkedHashMap<>();
    Map<String, Verdict> found = new LinkedHashMap<>();
    for (Map.Entry<String, RouteRoles.Who> row : RouteRoles.table().entrySet()) {
      String[] parts = row.getKey().split(" ", 2);
      Door door = new Door(parts[0], parts[1]);
      if (door.path().equals(DeskSignInRoutes.LOGOUT)) {
        continue; // a post without a token does not sign out; the next test asks it, too
      }
      boolean isOpen = row.getValue() instanceof RouteRoles.Who.Anybody;
      expected.put(door + " nobody", isOpen ? Verdict.LET_IN : Verdict.SIGN_IN_FIRST);
      found.put(door + " nobody", ask(desk.desk(), door, ownCase, Optional.empty()));
      for (Role role : Role.values()) {
        boolean mayUse =
            switch (row.getValue()) {
              case RouteRoles.Who.Anybody() -> true;
              case RouteRoles.Who.Roles(Set<Role> roles) -> roles.contains(role);
            };
        expected.put(door + " " + role, mayUse ? Verdict.LET_IN : Verdict.NOT_THERE);
        found.put(
            door + " " + role,
            ask(desk.desk(), door, ownCase, Optional.ofNullable(people.get(role))));
      }
    }

    assertThat(found).isEqualTo(expected);
    assertThat(found).hasSizeGreaterThan(200);
  }

  @Test
  void aCaseOfAnotherTownOrOfNobodyIsNotThereForAnyRole() throws Exception {
    for (String path : RouteRoles.table().keySet()) {
      String[] parts = path.split(" ", 2);
      if (!parts[1].contains(":case")) {
        continue;
      }
      for (Role role : Role.values()) {
        for (String id : List.of(otherCase, UUID.randomUUID().toString(), "x")) {
          Visitor person = person(role);
          String address = filled(parts[1], id);
          int status =
              parts[0].equals("GET")
                  ? person.get(address).status()
                  : person.post(address, Map.of("csrf", tokenOf(person))).status();
          assertThat(status).as(path + " " + role + " " + id).isEqualTo(404);
        }
      }
    }
    assertThat(person(Role.CLERK).get("/cases/" + ownCase).status()).isEqualTo(200);
  }

  private Visitor person(Role role) {
    return Optional.ofNullable(people.get(role)).orElseThrow();
  }

  private static String tokenOf(Visitor person) {
    return person
        .get(person.get("/").status() == 303 ? person.get("/").location() : "/")
        .csrf("/logout");
  }

  @Test
  void aDesksSessionOpensNothingAtAKiosk() throws Exception {
    for (Door door : doors("kiosk")) {
      if (door.path().contains("assets")) {
        continue;
      }
      int stranger = kioskStatus(door, Optional.empty());
      for (Role role : Role.values()) {
        assertThat(kioskStatus(door, Optional.ofNullable(people.get(role))))
            .as(door + " " + role)
            .isEqualTo(stranger);
      }
    }
  }

  private int kioskStatus(Door door, Optional<Visitor> person)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                desk.kiosk().resolve(filled(door.path(), ownCase).replace(":code", "000000")))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(door.method(), HttpRequest.BodyPublishers.noBody());
    person.ifPresent(visitor ->
        request.header(
            "Cookie",
            visitor.cookies()
                + "; "
                + visitor.cookies().replace(ClerkGate.COOKIE, KioskGate.COOKIE)));
    HttpResponse<java.io.InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }
}
