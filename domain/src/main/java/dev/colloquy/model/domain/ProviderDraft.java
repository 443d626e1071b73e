package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.Optional;

/**
 * Everything about a provider that an administrator writes, but for its key.
 *
 * @param baseUrl the kind's usual one where empty
 * @param callsPerMinute how many calls the installation makes in one minute at the most; any number
 *     where empty
 */
public record ProviderDraft(
    ProviderName name,
    ProviderKind kind,
    Optional<BaseUrl> baseUrl,
    Dialect dialect,
    ProviderStatus status,
    Optional<Integer> callsPerMinute) {

  public static final int MOST_CALLS_PER_MINUTE = 1_000_000;

  public ProviderDraft {
    boolean builtIn = kind == ProviderKind.REHEARSAL;
    if (builtIn && baseUrl.isPresent()) {
      throw ValidationError.at("/base_url", "must be missing: the rehearsal is built in");
    }
    if (!builtIn && baseUrl.isEmpty() && kind.usualBaseUrl().isEmpty()) {
      throw ValidationError.at("/base_url", "is required for this kind");
    }
  }

  /** Fails with {@link ValidationError} where the rules let nobody call the address. */
  public ProviderDraft checked(AddressRules rules) {
    address()
        .flatMap(it -> it.refusal(rules))
        .ifPresent(
            why -> {
              throw ValidationError.at("/base_url", why);
            });
    return this;
  }

  /** Where it is called; empty where there is no network to it. */
  public Optional<BaseUrl> address() {
    return baseUrl.or(() -> kind.usualBaseUrl().map(BaseUrl::new));
  }
}
