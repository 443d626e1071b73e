package dev.colloquy.tool.adapter.security;

import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.SealedSecrets;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets in a box that only this installation opens, each under its server's id and its name. */
public final class BoxedSecretSafe implements SecretSafe {

  private final SecretBox box;

  public BoxedSecretSafe(SecretBox box) {
    this.box = box;
  }

  @Override
  public SealedSecrets seal(McpServerId server, Map<String, McpSecret> secrets) {
    Map<String, String> boxes = new HashMap<>();
    secrets.forEach(
        (name, secret) ->
            boxes.put(
                name,
                box.seal(secret.value().getBytes(StandardCharsets.UTF_8), place(server, name))));
    return new SealedSecrets(boxes);
  }

  @Override
  public Optional<Map<String, McpSecret>> open(McpServerId server, SealedSecrets secrets) {
    Map<String, McpSecret> opened = new HashMap<>();
    secrets
        .byName()
        .forEach(
            (name, boxed) ->
                box.open(boxed, place(server, name))
                    .map(it -> new McpSecret(new String(it, StandardCharsets.UTF_8)))
                    .ifPresent(it -> opened.put(name, it)));
    return Optional.of(opened).filter(it -> it.size() == secrets.byName().size());
  }

  private static String place(McpServerId server, String name) {
    return server + " " + name;
  }
}
