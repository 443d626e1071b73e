package dev.colloquy.shared.adapter.rest.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.shared.domain.Rendered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Makes answers that can be kept and repeated. */
@ApplicationScoped
public class Rendering {

  private final ObjectMapper json;

  Rendering(ObjectMapper json) {
    this.json = json;
  }

  /** The bytes and headers that REST would answer with. */
  public Rendered of(RestResponse<?> answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    Object view = answer.getEntity();
    Rendered rendered = new Rendered(answer.getStatus(), headers, json(view));
    return view instanceof CarriesSecret secret
        ? rendered.withReplay(json(secret.withoutSecret()))
        : rendered;
  }

  private String json(@Nullable Object view) {
    try {
      return view == null ? "" : json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that JSON cannot show", e);
    }
  }
}
