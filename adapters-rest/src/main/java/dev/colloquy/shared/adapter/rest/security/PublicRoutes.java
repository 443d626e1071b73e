package dev.colloquy.shared.adapter.rest.security;

import java.util.Set;

/**
 * The routes that need nobody and ignore credentials sent along. Everything else asks for them,
 * what does not exist included.
 */
public final class PublicRoutes {

  private static final Set<String> PATHS =
      Set.of(
          "/",
          "/api/v1/auth/register",
          "/api/v1/auth/login",
          "/api/v1/auth/refresh",
          "/api/v1/auth/setup",
          "/.well-known/jwks.json");

  // health, metrics and documentation, which the platform serves
  private static final String OPERATIONS = "/q/";

  private PublicRoutes() {}

  /** Takes a normalized path. Whatever is spelled in another way is not public. */
  public static boolean contain(String path) {
    return PATHS.contains(path) || path.startsWith(OPERATIONS);
  }
}
