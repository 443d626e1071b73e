package dev.colloquy.tool.testkit;

import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.SealedSecrets;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Puts secrets away and gives a label for each. */
public final class LabelledSecretSafe implements SecretSafe {

  private final Map<String, McpSecret> kept = new ConcurrentHashMap<>();

  @Override
  public SealedSecrets seal(McpServerId server, Map<String, McpSecret> secrets) {
    Map<String, String> labels = new HashMap<>();
    secrets.forEach(
        (name, secret) -> {
          String label = server + "/" + name + "/" + UUID.randomUUID();
          kept.put(label, secret);
          labels.put(name, label);
        });
    return new SealedSecrets(labels);
  }

  @Override
  public Optional<Map<String, McpSecret>> open(McpServerId server, SealedSecrets secrets) {
    Map<String, McpSecret> opened = new HashMap<>();
    secrets
        .byName()
        .forEach(
            (name, label) -> {
              McpSecret secret = kept.get(label);
              if (secret != null && label.startsWith(server + "/" + name + "/")) {
                opened.put(name, secret);
              }
            });
    return Optional.of(opened).filter(it -> it.size() == secrets.byName().size());
  }
}
