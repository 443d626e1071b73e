package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedValuesTest {

  private enum Colour {
    DARK_BLUE
  }

  @Test
  void showsTimesWithSixDigitsAndAZ() {
    assertThat(Times.format(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("2026-01-02T03:04:05.000000Z");
    assertThat(Times.toMicros(Instant.parse("2026-01-02T03:04:05.123456789Z")))
        .isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
  }

  @Test
  void picturesAResourceInPlainTypes() {
    UUID id = UUID.fromString("01900000-0000-7000-8000-000000000001");

    Map<String, ?> picture =
        new Snapshot()
            .with("id", new UserId(id))
            .with("raw", id)
            .with("colour", Colour.DARK_BLUE)
            .with("at", Optional.of(Instant.EPOCH))
            .with("none", Optional.empty())
            .with("count", 3L)
            .with("flag", true)
            .with("ids", List.of(new UserId(id)))
            .with("metadata", new Metadata(Map.of("a", 1)))
            .toMap();

    assertThat(picture.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()))
        .containsExactly(
            "id=" + id,
            "raw=" + id,
            "colour=dark_blue",
            "at=1970-01-01T00:00:00.000000Z",
            "none=null",
            "count=3",
            "flag=true",
            "ids=[" + id + "]",
            "metadata={a=1}");
  }

  @Test
  void tellsAValueThatIsNotMentionedFromOneThatIsTakenAway() {
    Optional<String> given = Optional.of("a");

    assertThat(new Patch.Keep<String>().applyTo(given)).isEqualTo(given);
    assertThat(new Patch.Keep<String>().applyTo(Optional.empty())).isEmpty();
    assertThat(new Patch.Clear<String>().applyTo(given)).isEmpty();
    assertThat(new Patch.Put<>("b").applyTo(given)).contains("b");
  }

  @Test
  void demandsAVersionOrNone() {
    new Precondition.Any().check(7);
    new Precondition.AnyOf(Set.of(6L, 7L)).check(7);

    assertThatThrownBy(() -> new Precondition.AnyOf(Set.of(6L)).check(7))
        .isInstanceOf(CommonException.PreconditionFailed.class)
        .extracting(it -> ((DomainException) it).parameters())
        .isEqualTo(Map.of("current_version", 7L));
  }

  @Test
  void cutsAPageFromOneItemMore() {
    Page<Integer> more = Page.cut(List.of(1, 2, 3), 2, String::valueOf);
    Page<Integer> last = Page.cut(List.of(1, 2), 2, String::valueOf);

    assertThat(more.items()).containsExactly(1, 2);
    assertThat(more.next()).contains(new Cursor("2"));
    assertThat(last.next()).isEmpty();
    assertThat(more.map(it -> it * 10).items()).containsExactly(10, 20);
    assertThat(more.map(it -> it * 10).next()).isEqualTo(more.next());
  }

  @Test
  void keepsPagesWithinTheirBounds() {
    assertThat(PageRequest.first().limit()).isEqualTo(50);
    for (int limit : new int[] {0, 201, -1}) {
      assertThatThrownBy(() -> new PageRequest(limit, Optional.empty()))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void letsAKeyDoOnlyWhatItIsFor() {
    WorkspaceId bound = new WorkspaceId(UUID.randomUUID());
    Origin origin = new Origin(UUID.randomUUID(), "192.0.2.1", Instant.EPOCH, "");
    ApiKeyId id = new ApiKeyId(UUID.randomUUID());
    Actor.Key key =
        new Actor.Key(
            new UserId(UUID.randomUUID()),
            id,
            UserRole.ADMIN,
            Set.of(KeyScope.READ),
            Optional.of(bound),
            origin);

    assertThat(key.has(KeyScope.READ)).isTrue();
    assertThat(key.has(KeyScope.WRITE)).isFalse();
    assertThat(key.reaches(bound)).isTrue();
    assertThat(key.reaches(new WorkspaceId(UUID.randomUUID()))).isFalse();
    assertThat(key.administers()).isFalse();
    assertThat(key.id()).contains(id.value());
    assertThat(key.kind()).isEqualTo("key");
  }

  @Test
  void limitsNeitherPeopleNorOurOwnJobs() {
    Origin origin = new Origin(UUID.randomUUID(), "", Instant.EPOCH, "");
    UserId user = new UserId(UUID.randomUUID());
    Actor.Person person =
        new Actor.Person(user, new LoginSessionId(UUID.randomUUID()), UserRole.ADMIN, origin);
    Actor.System job = new Actor.System("purge", origin);

    assertThat(person.administers()).isTrue();
    assertThat(person.boundTo()).isEmpty();
    for (Actor actor : List.of(person, job)) {
      assertThat(Arrays.stream(KeyScope.values())).allMatch(actor::has);
      assertThat(actor.reaches(new WorkspaceId(UUID.randomUUID()))).isTrue();
    }
    assertThat(job.id()).isEmpty();
    assertThat(job.kind()).isEqualTo("system");
  }

  @Test
  void tellsAllThatIsWrongWithoutAStackTrace() {
    CommonException.ValidationError refusal =
        CommonException.ValidationError.at("/name", "must not be blank");

    assertThat(refusal.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
    assertThat(refusal.violations())
        .containsExactly(
            new CommonException.ValidationError.Violation("/name", "must not be blank"));
    assertThat(refusal.getStackTrace()).isEmpty();
  }
}
