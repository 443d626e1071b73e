package dev.colloquy.bootstrap;

import dev.colloquy.identity.adapter.persistence.PgHousekeeping;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.port.in.PrepareIdentity;
import dev.colloquy.identity.domain.port.in.PrepareIdentity.Administrator;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.LastUses;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.Timers.Cancellable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gets identity ready before the first request, and keeps it current from then on. */
@Singleton
final class IdentityStart {

  private static final Logger LOG = Logger.getLogger(IdentityStart.class);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration REVOCATIONS = Duration.ofSeconds(1);
  private static final Duration KEYS = Duration.ofSeconds(10);
  private static final Duration TIDYING = Duration.ofHours(1);
  private static final Duration USES = Duration.ofSeconds(30);

  private final List<Cancellable> tasks = new CopyOnWriteArrayList<>();

  /**
   * Before the HTTP server accepts requests, which it does after all observers, and before those
   * that begin to work: a wrong key ends the start here.
   */
  void start(
      @Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent started,
      PrepareIdentity prepare,
      Revocations revocations,
      KeyRing ring,
      LastUses uses,
      PgHousekeeping housekeeping,
      Timers timers,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "colloquy.admin.email") Optional<String> email,
      @ConfigProperty(name = "colloquy.admin.password") Optional<String> password,
      @ConfigProperty(name = "colloquy.admin.name") Optional<String> name) {
    Origin origin = new Origin(ids.next(), "", clock.instant(), "");
    await(() -> prepare.handle(origin, administrator(email, password, name)));
    await(revocations::catchUp);
    tasks.addAll(
        List.of(
            timers.every(REVOCATIONS, () -> attempt("read revocations", revocations::catchUp)),
            timers.every(KEYS, () -> attempt("read the signing keys", ring::load)),
            timers.every(USES, () -> attempt("write when sessions were used", uses::write)),
            timers.every(TIDYING, () -> attempt("forget what is old", housekeeping::tidy))));
  }

  void stop(@Observes ShutdownEvent stopping) {
    tasks.forEach(Cancellable::cancel);
  }

  private static Optional<Administrator> administrator(
      Optional<String> email, Optional<String> password, Optional<String> name) {
    return email.map(
        address ->
            new Administrator(
                new Email(address),
                new DisplayName(name.orElse("Administrator")),
                Password.chosen(password.orElseThrow())));
  }

  /** Only here, while nothing is served yet, may a thread wait. */
  private static <T> void await(Supplier<CompletionStage<T>> step) {
    Uni.createFrom().completionStage(step).await().atMost(PATIENCE);
  }

  private static void attempt(String what, Supplier<? extends CompletionStage<?>> task) {
    task.get()
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.warnf("Could not %s; tried again soon: %s", what, failure.getMessage());
              }
            });
  }
}
