package dev.colloquy.shared.adapter.rest.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods a path knows, for {@code Allow}: what the API document says of it. REST itself does
 * not tell, and the document covers routes outside of REST too.
 */
@Singleton
final class AllowedMethods {

  // where the OpenAPI extension leaves what it has found at build time
  private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Map<Pattern, Set<String>> routes = new LinkedHashMap<>();

  AllowedMethods(ObjectMapper json) {
    for (Map.Entry<String, JsonNode> path : document(json).path("paths").properties()) {
      Pattern pattern = Pattern.compile(path.getKey().replaceAll("\\{[^/]+}", "[^/]+"));
      routes.put(pattern, methods(path.getValue()));
    }
  }

  /** The header's value; empty where the path has none. */
  String on(String path) {
    List<String> methods = new ArrayList<>();
    for (Map.Entry<Pattern, Set<String>> route : routes.entrySet()) {
      if (route.getKey().matcher(path).matches()) {
        methods.addAll(route.getValue());
      }
    }
    return String.join(", ", methods.stream().distinct().toList());
  }

  private static Set<String> methods(JsonNode path) {
    Set<String> methods = new TreeSet<>();
    for (Map.Entry<String, JsonNode> each : path.properties()) {
      if (METHODS.contains(each.getKey())) {
        methods.add(each.getKey().toUpperCase(Locale.ROOT));
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  private static JsonNode document(ObjectMapper json) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(DOCUMENT)) {
      if (stream == null) {
        throw new IllegalStateException(DOCUMENT + " was not made by the build");
      }
      return json.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
