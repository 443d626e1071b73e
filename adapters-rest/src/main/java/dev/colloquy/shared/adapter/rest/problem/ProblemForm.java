package dev.colloquy.shared.adapter.rest.problem;

import java.util.Map;

/** How refusals look under the paths of a protocol that is not ours. */
public interface ProblemForm {

  /** Whether whoever asks for this path expects this form. */
  boolean suits(String path);

  /** The same refusal as that protocol's clients know it. */
  Rendered render(Problem problem);

  /**
   * A refusal as it goes out; its headers are the problem's own.
   *
   * @param members of the body, a JSON object
   */
  record Rendered(int status, String mediaType, Map<String, Object> members) {}
}
