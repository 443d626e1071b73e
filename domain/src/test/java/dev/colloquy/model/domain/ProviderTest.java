package dev.colloquy.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor.Person ROOT = SomeActors.person(UserRole.ADMIN);
  private static final AddressRules STRICT = new AddressRules(Set.of());
  private static final Optional<SealedKey> KEY = Optional.of(new SealedKey("sealed", "WXYZ"));
  private static final String SERVER = "https://models.example.com/v1";

  private static ProviderDraft draft(ProviderKind kind, String address) {
    return new ProviderDraft(
        new ProviderName("One"),
        kind,
        Optional.of(address).filter(it -> !it.isEmpty()).map(BaseUrl::of),
        Dialect.usual(kind),
        ProviderStatus.ACTIVE,
        Optional.empty());
  }

  private static ProviderDraft server(String address) {
    return draft(ProviderKind.OPENAI_COMPATIBLE, address);
  }

  private static Change<Provider> setUp(ProviderDraft draft, Optional<SealedKey> key) {
    return Provider.setUp(ROOT, new ProviderId(new UUID(0, 1)), draft, key, NOON);
  }

  private static DomainEvent only(List<DomainEvent> events) {
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static void refusesAt(String pointer, ThrowingCallable attempt) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(attempt)
        .satisfies(it -> assertThat(it.violations().getFirst().pointer()).isEqualTo(pointer));
  }

  @Test
  void isSetUpWithAnEventThatShowsNoMoreOfTheKeyThanItsEnd() {
    Change<Provider> change = setUp(server(SERVER), KEY);

    assertThat(change.now().version()).isEqualTo(1);
    assertThat(change.now().createdAt()).isEqualTo(NOON);
    DomainEvent event = only(change.events());
    assertThat(event.type()).isEqualTo("provider.created");
    assertThat(event.audience()).isEqualTo(new Audience.Administrators());
    assertThat(event.subject().type()).isEqualTo("provider");
    assertThat(event.data())
        .containsEntry("base_url", SERVER)
        .containsEntry("api_key_last4", "WXYZ")
        .containsEntry("last_health_check", null)
        .containsEntry("rate_limit_per_minute", null);
    assertThat(event.data().toString()).doesNotContain("sealed");
    assertThat(change.now().toString()).doesNotContain("sealed=");
  }

  @Test
  void changesOnlyWhereSomethingChanges() {
    Provider provider = setUp(server(SERVER), KEY).now();

    assertThat(provider.edit(ROOT, server(SERVER), KEY, NOON).isNothing()).isTrue();

    Change<Provider> changed =
        provider.edit(ROOT, server(SERVER), Optional.empty(), NOON.plusSeconds(1));
    assertThat(changed.now().version()).isEqualTo(2);
    assertThat(changed.now().updatedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(changed.now().key()).isEmpty();
    assertThat(only(changed.events()).type()).isEqualTo("provider.updated");
    assertThat(only(changed.events()).data()).containsEntry("api_key_last4", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example.com/v1",
        "http://models.example.com/v1",
        "https://models.example.com:8443/v1",
        "https://models.example.com.evil.example/v1"
      })
  void takesNoKeyAlongToAnotherServer(String elsewhere) {
    Provider provider = setUp(server(SERVER), KEY).now();

    refusesAt("/api_key", () -> provider.edit(ROOT, server(elsewhere), KEY, NOON));
    Optional<SealedKey> fresh = Optional.of(new SealedKey("fresh", ""));
    assertThat(provider.edit(ROOT, server(elsewhere), fresh, NOON).now().key()).isEqualTo(fresh);
    assertThat(provider.edit(ROOT, server(elsewhere), Optional.empty(), NOON).now().key())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://MODELS.example.com/v2",
        "https://models.example.com:443/v1?x=1",
        "HTTPS://models.example.com"
      })
  void takesTheKeyAlongWithinTheServer(String there) {
    Provider provider = setUp(server(SERVER), KEY).now();

    assertThat(provider.edit(ROOT, server(there), KEY, NOON).now().key()).isEqualTo(KEY);
  }

  @Test
  void knowsThatTheUsualAddressIsAnAddressToo() {
    Provider provider = setUp(draft(ProviderKind.OPENAI, ""), KEY).now();

    assertThat(
            provider
                .edit(ROOT, draft(ProviderKind.OPENAI, "https://api.openai.com/v1"), KEY, NOON)
                .now()
                .key())
        .isEqualTo(KEY);
    refusesAt("/api_key", () -> provider.edit(ROOT, draft(ProviderKind.OPENAI, SERVER), KEY, NOON));
  }

  @Test
  void remembersATrialWithoutAnotherVersion() {
    Provider provider = setUp(server(SERVER), KEY).now();
    HealthCheck.Failure reason =
        HealthCheck.Failure.of(
            new ModelCallFailed(ModelCallFailed.Fault.MODEL_UNKNOWN, "It does not know."));
    HealthCheck check =
        new HealthCheck(NOON.plusSeconds(9), Duration.ofMillis(12), Optional.of(reason));

    Change<Provider> tried = provider.checked(ROOT, check);

    assertThat(tried.now().version()).isEqualTo(1);
    assertThat(tried.now().lastCheck()).contains(check);
    assertThat(check.isOk()).isFalse();
    DomainEvent event = only(tried.events());
    assertThat(event.type()).isEqualTo("provider.tested");
    assertThat(event.occurredAt()).isEqualTo(NOON.plusSeconds(9));
    assertThat(event.data().get("last_health_check"))
        .hasToString(
            "{checked_at=2026-03-01T12:00:09.000000Z, ok=false, latency_ms=12,"
                + " error={code=MODEL_UNKNOWN, detail=It does not know.}}");
  }

  @Test
  void tellsOfALookInPassingOnlyWhereItIsNews() {
    Provider provider = setUp(server(SERVER), KEY).now();
    HealthCheck fine = new HealthCheck(NOON, Duration.ofMillis(12), Optional.empty());
    HealthCheck later = new HealthCheck(NOON.plusSeconds(9), Duration.ZERO, Optional.empty());
    HealthCheck down =
        new HealthCheck(
            NOON, Duration.ZERO, Optional.of(new HealthCheck.Failure("MODEL_UNAVAILABLE", "Oh.")));

    Change<Provider> first = provider.probed(ROOT, fine);
    Change<Provider> again = first.now().probed(ROOT, later);

    assertThat(only(first.events()).type()).isEqualTo("provider.tested");
    assertThat(again.events()).isEmpty();
    assertThat(again.now().lastCheck()).contains(later);
    assertThat(again.now().version()).isEqualTo(1);
    assertThat(again.now().probed(ROOT, down).events()).hasSize(1);
    assertThat(again.now().probed(ROOT, down).now().probed(ROOT, down).events()).isEmpty();
  }

  @Test
  void tellsOfItsEndNoMoreThanThat() {
    Change<Provider> gone = setUp(server(SERVER), KEY).now().delete(ROOT, NOON);

    assertThat(only(gone.events()).type()).isEqualTo("provider.deleted");
    assertThat(only(gone.events()).data()).containsOnlyKeys("id");
  }

  @Test
  void needsAnAddressWhereNoneIsUsual() {
    refusesAt("/base_url", () -> server(""));
    assertThat(draft(ProviderKind.OLLAMA, "").address())
        .hasToString("Optional[http://localhost:11434]");
    assertThat(draft(ProviderKind.REHEARSAL, "").address()).isEmpty();
  }

  @Test
  void hasNeitherAddressNorKeyWhereItIsBuiltIn() {
    refusesAt("/base_url", () -> draft(ProviderKind.REHEARSAL, SERVER));
    refusesAt("/api_key", () -> setUp(draft(ProviderKind.REHEARSAL, ""), KEY));
    Provider builtIn = setUp(draft(ProviderKind.REHEARSAL, ""), Optional.empty()).now();
    refusesAt("/api_key", () -> builtIn.edit(ROOT, builtIn.draft(), KEY, NOON));
  }

  @Test
  void goesOnlyWhereTheRulesAllow() {
    AddressRules atHome = AddressRules.allowing(List.of("localhost"));

    assertThat(server(SERVER).checked(STRICT)).isEqualTo(server(SERVER));
    assertThat(draft(ProviderKind.REHEARSAL, "").checked(STRICT).address()).isEmpty();
    refusesAt("/base_url", () -> server("http://models.example.com").checked(STRICT));
    refusesAt("/base_url", () -> server("https://127.0.0.1").checked(STRICT));
    refusesAt("/base_url", () -> draft(ProviderKind.OLLAMA, "").checked(STRICT));
    assertThat(draft(ProviderKind.OLLAMA, "").checked(atHome).address()).isPresent();
    refusesAt("/base_url", () -> server("http://models.example.com").checked(atHome));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "models.example.com",
        "//models.example.com",
        "ftp://models.example.com",
        "https:///v1",
        "https://",
        "https://user@models.example.com",
        "https://models.example.com/#x",
        "https://models.example.com:0",
        "https://models.example.com:65536",
        "https://models example.com",
        "mailto:a@example.com"
      })
  void isNotAtWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> BaseUrl.of(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void hasAnAddressOfBoundedLength() {
    String long2000 = SERVER + "/" + "a".repeat(2000 - SERVER.length() - 1);

    assertThat(BaseUrl.of(long2000)).hasToString(long2000);
    assertThatThrownBy(() -> BaseUrl.of(long2000 + "a")).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Max,X-A,b,/dialect/max_tokens_field",
    "'',X-A,b,/dialect/max_tokens_field",
    "max_tokens,'a b',b,/dialect/headers",
    "max_tokens,'',b,/dialect/headers",
    "max_tokens,X-A,ä,/dialect/headers",
    "max_tokens,AUTHORIZATION,b,/dialect/headers",
    "max_tokens,x-api-key,b,/dialect/headers",
    "max_tokens,Host,b,/dialect/headers"
  })
  void speaksNoDialectThatCannotBeSpoken(String field, String name, String value, String at) {
    refusesAt(at, () -> new Dialect(field, true, true, Map.of(name, value)).checked());
  }

  @Test
  void sendsAFewHeadersMoreAtTheMost() {
    Map<String, String> twenty =
        IntStream.range(0, 20).boxed().collect(Collectors.toMap(i -> "X-" + i, i -> "v"));
    Map<String, String> more =
        IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "X-" + i, i -> "v"));

    assertThat(new Dialect("max_tokens", true, true, twenty).checked().headers()).hasSize(20);
    refusesAt("/dialect/headers", () -> new Dialect("max_tokens", true, true, more).checked());
    refusesAt(
        "/dialect/headers",
        () -> new Dialect("max_tokens", true, true, Map.of("X", "a\r\nY: b")).checked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "sk-ä", "sk-\n", "sk-\u007f"})
  void takesNoKeyThatFitsIntoNoHeader(String key) {
    assertThatThrownBy(() -> ProviderKey.sent(key))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining("sk-");
  }

  @Test
  void takesKeysOfBoundedLength() {
    assertThat(ProviderKey.sent("k".repeat(1000)).hint()).isEqualTo("kkkk");
    assertThatThrownBy(() -> ProviderKey.sent("k".repeat(1001))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void isForAdministratorsOfTheWholeInstallation() {
    Actor.Key key = SomeActors.key(ROOT.user(), KeyScope.values());
    Actor.Key admins =
        new Actor.Key(
            ROOT.user(),
            key.key(),
            UserRole.ADMIN,
            Set.of(KeyScope.ADMIN),
            Optional.empty(),
            key.origin());
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());

    assertThat(ModelAdministration.demand(ROOT)).isEqualTo(ROOT);
    assertThat(ModelAdministration.demand(admins)).isEqualTo(admins);
    List<Actor.OfUser> others =
        List.of(
            SomeActors.person(UserRole.USER),
            key,
            SomeActors.bound(admins, workspace),
            new Actor.Key(
                ROOT.user(),
                key.key(),
                UserRole.ADMIN,
                Set.of(KeyScope.READ, KeyScope.WRITE),
                Optional.empty(),
                key.origin()),
            new Actor.Agent(ROOT.user(), UUID.randomUUID(), workspace, key.origin()));
    assertThat(others)
        .allSatisfy(
            it ->
                assertThatThrownBy(() -> ModelAdministration.demand(it))
                    .isInstanceOf(AccessDenied.class));
  }
}
