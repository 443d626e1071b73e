package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.DomainException;
import java.util.Map;

/** What identity refuses. */
public abstract sealed class IdentityException extends DomainException {

  private IdentityException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  private IdentityException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(code, kind, detail, parameters);
  }

  /** The credential sent along is not good, or none was sent where one is needed. */
  public static final class Unauthenticated extends IdentityException {

    public Unauthenticated() {
      super(
          "UNAUTHENTICATED",
          Kind.UNAUTHENTICATED,
          "Send a valid access token or API key as a bearer token.");
    }
  }

  /** Name and password, or a refresh token, do not open an account. It is not said why. */
  public static final class InvalidCredentials extends IdentityException {

    public InvalidCredentials() {
      super(
          "INVALID_CREDENTIALS", Kind.UNAUTHENTICATED, "These credentials do not open an account.");
    }
  }

  /** The password was right, but the account may not be used now. */
  public static final class AccountNotActive extends IdentityException {

    public AccountNotActive() {
      super(
          "ACCOUNT_NOT_ACTIVE",
          Kind.FORBIDDEN,
          "This account may not be used now; ask an administrator.");
    }
  }

  /** Other people depend on something that the account owns. */
  public static final class AccountOwnsWorkspaces extends IdentityException {

    public AccountOwnsWorkspaces() {
      super(
          "ACCOUNT_OWNS_WORKSPACES",
          Kind.CONFLICT,
          "This account owns workspaces; transfer or delete them first.");
    }
  }

  /** The user has as many API keys as the policy allows. */
  public static final class ApiKeyLimitExceeded extends IdentityException {

    public ApiKeyLimitExceeded(int limit) {
      super(
          "API_KEY_LIMIT_EXCEEDED",
          Kind.CONFLICT,
          "Nobody may have more than " + limit + " API keys; delete one first.",
          Map.of("limit", limit));
    }
  }
}
