package dev.colloquy.shared.adapter.rest.document;

import dev.colloquy.shared.adapter.rest.security.PublicRoutes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** What an operation is like, as far as its common parameters and answers depend on it. */
record Traits(HttpMethod method, String path, boolean hasBody) {

  private static final Set<String> LIMITED = Set.of("login", "refresh", "register", "setup");

  /** What a quota may stand against. */
  private static final Pattern METERED =
      Pattern.compile("/api/v1/(?:conversations/\\{id}/(?:runs|summarize)|runs/\\{id}/retry)");

  /** What has a version, and the actions upon it. */
  private static final Pattern VERSIONED =
      Pattern.compile(
          "/api/v1/(?:(?:workspaces|conversations)/\\{id}(?:/(?:archive|restore|transfer))?"
              + "|conversations/\\{id}/messages/\\{message_id}"
              + "|admin/(?:providers|models|quotas|orchestration-rules)/\\{id}"
              + "|users/me(?:/preferences|/api-keys/\\{id})?)");

  /** Of these a repetition does no harm, or nobody gains by the same answer. */
  private static final Pattern REPEATABLE =
      Pattern.compile(
          "/api/v1/(?:auth/.*|events/tickets|search|conversations/\\{id}/(?:typing|summarize)|tools/\\{id}/invoke"
              + "|approvals/\\{id}/(?:approve|deny)|admin/providers/\\{id}/test)");

  /** Reads, though what is asked for stands in a body. */
  private static final String SEARCH = "/api/v1/search";

  static Traits of(HttpMethod method, String path, Operation operation) {
    return new Traits(method, path, operation.getRequestBody() != null);
  }

  boolean needsSomebody() {
    return !PublicRoutes.contain(path);
  }

  boolean changes() {
    return method != HttpMethod.GET && !path.equals(SEARCH);
  }

  boolean namesSomething() {
    return path.contains("{");
  }

  /** Whether {@code If-Match} is looked at. */
  boolean isConditional() {
    return changes() && VERSIONED.matcher(path).matches();
  }

  /** Whether {@code If-Match} must be there. */
  boolean mustBeConditional() {
    return method == HttpMethod.PUT && isConditional();
  }

  /** Whether {@code Idempotency-Key} is looked at. */
  boolean isOnce() {
    return method == HttpMethod.POST && !REPEATABLE.matcher(path).matches();
  }

  boolean isLimited() {
    return (path.startsWith("/api/v1/auth/") && LIMITED.contains(lastWord()))
        || (method == HttpMethod.POST && METERED.matcher(path).matches());
  }

  /** A name that is unique and stays: of method and path. */
  String operationId() {
    StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
    for (String word : List.of(path.replace("/api/v1", "").split("[^A-Za-z0-9]+"))) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private String lastWord() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
