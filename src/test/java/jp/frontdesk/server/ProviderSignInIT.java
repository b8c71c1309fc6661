package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import jp.frontdesk.access.ProviderSignIn;
import jp.frontdesk.journeys.Visitor;
import jp.frontdesk.server.MockProvider.Fault;
import jp.frontdesk.server.MockProvider.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Signing in at a town's identity provider, which also misbehaves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInIT {
  private static final String TOWN = "141003";
  private static final Person HANAKO = new Person("sub-1", "hanako", List.of("shimin-ka"));

  private MockProvider provider;
  private DeskUnderTest desk;

  @BeforeAll
  void start() throws Exception {
    provider = new MockProvider();
    Path config = ConfigCopy.make();
    Path secret = config.resolve("client-secret");
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, MockProvider.SECRET + "\n");
    Files.writeString(
        config.resolve(TOWN).resolve("access.yaml"),
        """
        openid:
          issuer: %s
          client_id: %s
          client_secret_file: %s
          desk_url: https://madoguchi.example.jp
          name_claim: preferred_username
          role_claim: groups
          roles: {shimin-ka: clerk, kakaricho: supervisor, kansa: auditor, joho-ka: administrator}
          amr: [otp]
        """
            .formatted(provider.issuer(), MockProvider.CLIENT, secret));
    desk = DeskUnderTest.start(Map.of("FRONTDESK_CONFIG_DIR", config.toString()));
  }

  @AfterAll
  void stop() {
    desk.close();
    provider.close();
  }

  private static String begin(Visitor visitor) {
    Visitor.Page begun = visitor.get("/login/provider?town=" + TOWN);
    assertThat(begun.status()).isEqualTo(303);
    return begun.location();
  }

  private Visitor.Page signIn(Visitor visitor, Person person, Fault fault) {
    return visitor.get(provider.approve(begin(visitor), person, fault));
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = new Visitor(desk.desk());
    Visitor.Page page = signIn(visitor, person, Fault.NONE);
    assertThat(page.status()).as(page.html().select("main").text()).isEqualTo(200);
    return visitor;
  }

  private static boolean isOut(Visitor visitor) {
    return visitor.get("/").location().equals("/login");
  }

  @Test
  void whoTheProviderVouchesForIsInWithTheRoleOfTheClaimAndGoesOutThereToo() {
    Visitor visitor = new Visitor(desk.desk());
    assertThat(visitor.get("/login").html().select("a[href*=provider]").text()).contains("横浜市");

    assertThat(signIn(visitor, HANAKO, Fault.NONE).html().select("a[href=/]")).isNotEmpty();

    Visitor.Page list = visitor.get("/");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.text()).contains("横浜市", "見本　hanako");
    Visitor.Page out = visitor.post("/logout", Map.of("csrf", list.csrf("/logout")));
    String there = out.html().select("a[href^=http]").attr("href");
    assertThat(there)
        .startsWith(provider.issuer() + "/logout?client_id=")
        .doesNotContain("hanako", "sub-1");
    assertThat(isOut(visitor)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aProviderThatMisbehavesOpensNothing(Fault fault) {
    Visitor visitor = new Visitor(desk.desk());

    Visitor.Page page = signIn(visitor, new Person("sub-2", "jiro", List.of("shimin-ka")), fault);

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("ログインできません").doesNotContain("jiro");
    assertThat(isOut(visitor)).isTrue();
  }

  @Test
  void anAnswerOpensNothingTwiceInAnotherBrowserOrWithAnotherState() {
    Visitor visitor = new Visitor(desk.desk());
    String answer = provider.approve(begin(visitor), HANAKO, Fault.NONE);
    Visitor other = new Visitor(desk.desk());
    String _ = begin(other);

    assertThat(other.get(answer).status()).isEqualTo(403);
    assertThat(new Visitor(desk.desk()).get(answer).status()).isEqualTo(403);
    assertThat(visitor.get(answer.replaceAll("state=[^&]+", "state=x")).status()).isEqualTo(403);
    Visitor second = new Visitor(desk.desk());
    String once = provider.approve(begin(second), HANAKO, Fault.NONE);
    assertThat(second.get(once).status()).isEqualTo(200);
    assertThat(second.get(once).status()).isEqualTo(403);
    assertThat(second.get(ProviderSignIn.CALLBACK).status()).isEqualTo(403);
  }

  @Test
  void aNameBelongsToItsFirstPersonAndARoleFollowsTheClaim() {
    Visitor saburo = signedIn(new Person("sub-3", "saburo", List.of("shimin-ka")));
    assertThat(saburo.get("/").status()).isEqualTo(200);

    assertThat(
            signIn(
                    new Visitor(desk.desk()),
                    new Person("sub-4", "saburo", List.of("shimin-ka")),
                    Fault.NONE)
                .status())
        .as("the same name for another person")
        .isEqualTo(403);
    Visitor auditor = signedIn(new Person("sub-3", "saburo", List.of("kansa")));
    assertThat(auditor.get("/").location()).isEqualTo("/log");
    assertThat(isOut(saburo)).as("the session of the earlier role").isTrue();
  }

  @Test
  void localAccountsDoNotExistThereAndAShutAccountStaysShut() {
    assertThat(desk.node().firstAccounts().words())
        .extracting(word -> word.account().town().digits())
        .doesNotContain(TOWN)
        .isNotEmpty();
    Visitor admin = signedIn(new Person("sub-5", "joho", List.of("joho-ka")));
    Visitor shiro = signedIn(new Person("sub-6", "shiro", List.of("shimin-ka", "kakaricho")));
    Visitor.Page accounts = admin.get("/accounts");
    assertThat(accounts.text()).contains("shiro", "係長");
    Map<String, String> invite = accounts.form("/accounts");
    invite.putAll(Map.of("name", "local", "display", "見本", "role", "clerk"));
    assertThat(admin.post("/accounts", invite).status()).isEqualTo(422);

    Map<String, String> shut = Map.of("csrf", accounts.csrf("/accounts/disable"), "name", "shiro");
    assertThat(admin.post("/accounts/disable", shut).status()).isEqualTo(303);

    assertThat(isOut(shiro)).isTrue();
    assertThat(
            signIn(
                    new Visitor(desk.desk()),
                    new Person("sub-6", "shiro", List.of("kakaricho")),
                    Fault.NONE)
                .status())
        .isEqualTo(403);
  }
}
