package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.access.Role;
import jp.frontdesk.access.Totp;
import jp.frontdesk.journeys.Clerk;
import jp.frontdesk.journeys.Visitor;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Secret;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Accounts over HTTP: the way in, what keeps strangers out, and what an administrator can do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String TOWN = "999997";
  private static final Pattern CODE = Pattern.compile("[a-z2-9]{4}(-[a-z2-9]{4}){3}");

  private DeskUnderTest desk;

  @BeforeAll
  void start() {
    desk = DeskUnderTest.start();
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  private Visitor.Page login(String account, String password, String code) {
    return login(new Visitor(desk.desk()), account, password, code);
  }

  private static Visitor.Page login(Visitor visitor, String account, String password, String code) {
    return visitor.post("/login", Map.of("account", account, "password", password, "code", code));
  }

  private static String codeNow(byte[] secret, int stepsAhead) {
    Instant at = Totp.startOf(Totp.stepOf(CLOCK.instant()) + stepsAhead);
    return Totp.codeAt(secret, at);
  }

  private static Visitor.Page invite(Visitor admin, String name, Role role) {
    return admin.post(
        "/accounts",
        Map.of(
            "csrf",
            admin.get("/accounts").csrf("/accounts"),
            "name",
            name,
            "display",
            "見本　新人",
            "role",
            role.key(),
            "counters",
            "1番、2番"));
  }

  private static String oneTimeCode(Visitor.Page page) {
    Matcher code = CODE.matcher(page.html().select(".one-time").text());
    assertThat(code.matches()).as("a one-time code on the page").isTrue();
    return code.group();
  }

  @Test
  void aPersonIsInvitedEnrolsSignsInAndIsOutWithinFiveSecondsOfBeingShut() throws Exception {
    Visitor admin = Clerk.signIn(desk.desk(), TOWN, "kanri");
    Visitor.Page invited = invite(admin, "shinjin", Role.CLERK);
    assertThat(invited.status()).isEqualTo(200);
    String word = oneTimeCode(invited);
    assertThat(admin.get("/accounts").text()).doesNotContain(word).contains("登録待ち", "1番、2番");
    assertThat(invite(admin, "shinjin", Role.CLERK).text()).contains("使われたことがあります");

    Visitor person = new Visitor(desk.desk());
    Map<String, String> begin = Map.of("account", TOWN + "-shinjin", "code", word);
    Visitor.Page opened = person.post("/enrol", begin);
    assertThat(opened.html().select("svg")).hasSize(1);
    byte[] secret = new Base32().decode(opened.html().select("code").text().replace(" ", ""));
    Map<String, String> finish = opened.form("/enrol/finish");
    finish.put("password", "mijikai");
    finish.put("again", "mijikai");
    finish.put("totp", "000000");
    Visitor.Page faulty = person.post("/enrol/finish", finish);
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.text()).contains("12文字以上").doesNotContain("mijikai");
    finish.put("password", "ame no hi no kasa");
    finish.put("again", "ame no hi no kasa");
    finish.put("totp", codeNow(secret, -1));
    assertThat(person.post("/enrol/finish", finish).text()).contains("登録できました");
    assertThat(person.post("/enrol", begin).status()).isEqualTo(422);
    assertThat(login(person, TOWN + "-shinjin", "ame no hi no kasa", codeNow(secret, -1)).status())
        .as("the code of the enrolment is used up")
        .isEqualTo(422);
    assertThat(login(person, TOWN + "-shinjin", "ame no hi no kasa", codeNow(secret, 0)).location())
        .isEqualTo("/");
    assertThat(person.get("/").status()).isEqualTo(200);

    Map<String, String> shut =
        Map.of("csrf", admin.get("/accounts").csrf("/accounts/disable"), "name", "shinjin");
    long streamEndedMs =
        EndOfStream.after(desk.desk(), person, () -> admin.post("/accounts/disable", shut));
    assertThat(streamEndedMs).isLessThan(5_000);
    assertThat(person.get("/").location()).isEqualTo("/login");
    assertThat(login(TOWN + "-shinjin", "ame no hi no kasa", codeNow(secret, 1)).status())
        .isEqualTo(422);
  }

  @Test
  void nothingTellsAWrongNameFromAWrongPasswordOrAWrongOrUsedCode() {
    String used = TestAccounts.nextCode(desk.desk(), TOWN, "kaikei");
    assertThat(login(TOWN + "-kaikei", DeskUnderTest.PASSWORD, used).status()).isEqualTo(303);

    List<Visitor.Page> refused =
        List.of(
            login(TOWN + "-kaikei", DeskUnderTest.PASSWORD, used),
            login(
                TOWN + "-kaikei",
                "chigau kotoba",
                TestAccounts.nextCode(desk.desk(), TOWN, "kaikei")),
            login(TOWN + "-inai", DeskUnderTest.PASSWORD, used),
            login("000000-inai", DeskUnderTest.PASSWORD, used),
            login("' or 1=1 --", "", ""));

    assertThat(refused).allMatch(page -> page.status() == 422);
    assertThat(refused.stream().map(page -> page.html().select(".problems").text()).distinct())
        .hasSize(1);
  }

  @Test
  void guessingIsSlowedForNamesThatExistAndThatDoNotButNobodyIsLockedOut() {
    for (String name : List.of("suitou", "inai-hito")) {
      Visitor stranger = new Visitor(desk.desk());
      int tries = 0;
      Visitor.Page page = login(stranger, TOWN + "-" + name, "chigau", "123456");
      while (page.status() == 422 && tries++ < 12) {
        page = login(stranger, TOWN + "-" + name, "chigau", "123456");
      }
      assertThat(page.status()).as(name).isEqualTo(429);
      assertThat(page.text()).contains("秒待ってから");
    }
    desk.database()
        .runAcrossTowns(c ->
            c.query("update sign_in_delay set free_at = now() - interval '1 second'")
                .execute()
                .await());
    Visitor clerk = Clerk.signIn(desk.desk(), TOWN, "suitou");
    assertThat(clerk.get("/").status()).isEqualTo(200);
  }

  @Test
  void aCodeEndsAfterTenMinutesAndAResetTakesWhatWasThere() {
    Visitor admin = Clerk.signIn(desk.desk(), TOWN, "kanri");
    byte[] secret = TestAccounts.enrol(desk.desk(), TOWN, "kawaru", Role.SUPERVISOR);
    Visitor person = new Visitor(desk.desk());
    assertThat(login(person, TOWN + "-kawaru", DeskUnderTest.PASSWORD, codeNow(secret, 0)).status())
        .isEqualTo(303);

    String token = admin.get("/accounts").csrf("/accounts/reset");
    Visitor.Page reset = admin.post("/accounts/reset", Map.of("csrf", token, "name", "kawaru"));
    String word = oneTimeCode(reset);

    assertThat(person.get("/").location()).isEqualTo("/login");
    assertThat(login(TOWN + "-kawaru", DeskUnderTest.PASSWORD, codeNow(secret, 1)).status())
        .isEqualTo(422);
    desk.database()
        .runAcrossTowns(c ->
            c.query("update clerk_account set invited_until = now() where name = 'kawaru'")
                .execute()
                .await());
    assertThat(
            new Visitor(desk.desk())
                .post("/enrol", Map.of("account", TOWN + "-kawaru", "code", word))
                .text())
        .contains("時間が切れています");
    assertThat(admin.post("/accounts/reset", Map.of("csrf", token, "name", "mihon")).status())
        .as("a demonstration's account belongs to the program")
        .isEqualTo(422);
    assertThat(admin.post("/accounts/disable", Map.of("csrf", token, "name", "kanri")).status())
        .as("nobody shuts the own account")
        .isEqualTo(422);
  }

  @Test
  void theDatabaseKeepsNoPasswordNoSecretAndRefusesToRenameDeleteOrRewrite() {
    String kept =
        desk.database()
            .acrossTowns(c -> {
              StringBuilder all = new StringBuilder();
              c.query(
                      "select a::text from clerk_account a union all select e::text from account_event e")
                  .execute()
                  .await()
                  .forEach(row -> all.append(row.getString(0)).append('\n'));
              return all.toString();
            });

    assertThat(kept).contains("mihon", "$argon2id$").doesNotContain(DeskUnderTest.PASSWORD);
    for (String forbidden :
        List.of(
            "update clerk_account set name = 'betsu' where name = 'mihon'",
            "delete from clerk_account where name = 'mihon'",
            "update account_event set actor = 'betsu'",
            "delete from account_event")) {
      assertThat(refusal(forbidden)).as(forbidden).isNotEmpty();
    }
  }

  private String refusal(String sql) {
    try {
      desk.database().runAcrossTowns(c -> c.query(sql).execute().await());
      return "";
    } catch (RuntimeException refused) {
      return refused.getClass().getSimpleName();
    }
  }

  @Test
  void aStartThatIsNoDemonstrationShutsTheDemonstrationsAccounts() {
    Visitor kaikei = Clerk.signIn(desk.desk(), TOWN, "kaikei");
    assertThat(kaikei.get("/").status()).isEqualTo(200);

    desk.identity().demonstration().close(new MunicipalityCode(TOWN));

    assertThat(kaikei.get("/").location()).isEqualTo("/login");
    String code = TestAccounts.nextCode(desk.desk(), TOWN, "kaikei");
    assertThat(login(TOWN + "-kaikei", DeskUnderTest.PASSWORD, code).status()).isEqualTo(422);
    desk.identity().demonstration().open(new Secret(DeskUnderTest.PASSWORD));
    assertThat(Clerk.signIn(desk.desk(), TOWN, "kaikei").get("/").status()).isEqualTo(200);
  }

  @Test
  void townsWithoutAnAdministratorGetAWordThatMakesTheFirstOne() {
    FirstAccounts first = desk.node().firstAccounts();
    assertThat(first.hasDemonstration()).isTrue();
    assertThat(first.words()).extracting(w -> w.account().town().digits()).doesNotContain(TOWN);

    var word = first.words().getFirst();
    Visitor person = new Visitor(desk.desk());
    Visitor.Page opened =
        person.post("/enrol", Map.of("account", word.account().signInName(), "code", word.code()));
    byte[] secret = new Base32().decode(opened.html().select("code").text().replace(" ", ""));
    Map<String, String> finish = opened.form("/enrol/finish");
    finish.put("password", "yama no ue no kumo");
    finish.put("again", "yama no ue no kumo");
    finish.put("totp", codeNow(secret, -1));
    assertThat(person.post("/enrol/finish", finish).text()).contains("登録できました");
    assertThat(
            login(person, word.account().signInName(), "yama no ue no kumo", codeNow(secret, 0))
                .status())
        .isEqualTo(303);
    assertThat(person.get("/").location()).isEqualTo("/accounts");
    assertThat(person.get("/accounts").text()).doesNotContain("mihon");
    assertThat(word.until()).isBefore(CLOCK.instant().plus(Duration.ofMinutes(61)));
  }
}
