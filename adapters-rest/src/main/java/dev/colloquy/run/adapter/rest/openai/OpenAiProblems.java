package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.run.adapter.rest.openai.OpenAiError.Error;
import dev.colloquy.shared.adapter.rest.problem.Problem;
import dev.colloquy.shared.adapter.rest.problem.ProblemForm;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Refusals under {@code /v1} as OpenAI's clients read them; the codes are ours. */
@ApplicationScoped
class OpenAiProblems implements ProblemForm {

  private static final String PREFIX = "/v1/";

  @Override
  public boolean suits(String path) {
    return path.startsWith(PREFIX);
  }

  @Override
  public Rendered render(Problem problem) {
    if (problem.errors().stream().anyMatch(it -> it.pointer().equals("/model"))) {
      return rendered(404, problem, "model_not_found");
    }
    // the protocol has no 422
    return rendered(problem.status() == 422 ? 400 : problem.status(), problem, problem.code());
  }

  private static Rendered rendered(int status, Problem problem, String code) {
    Error error =
        new Error(
            message(problem),
            type(status),
            problem.errors().stream().findFirst().map(OpenAiProblems::param).orElse(null),
            code);
    return new Rendered(status, "application/json", Map.of("error", error));
  }

  private static String message(Problem problem) {
    return problem.errors().isEmpty()
        ? problem.detail()
        : problem.errors().stream()
            .map(it -> param(it) + " " + it.detail())
            .collect(Collectors.joining("; ", "", "."));
  }

  private static String param(Violation violation) {
    return violation.pointer().replaceFirst("^/", "").replace('/', '.');
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status >= 500 ? "server_error" : "invalid_request_error";
    };
  }
}
