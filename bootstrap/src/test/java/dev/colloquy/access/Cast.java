package dev.colloquy.access;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.User;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Those who act: registered once, for all workspaces that are tried. */
final class Cast {

  /** In the name of whoever belongs to the tenants, and of nobody else. */
  static final String MARK = "Hiddenperson";

  private final Map<Who, User> people = new EnumMap<>(Who.class);
  private final Map<Who, String> workspaces = new EnumMap<>(Who.class);
  private final Map<String, String> keys = new HashMap<>();

  /** Registers everybody; the administrator is the installation's first. */
  Cast(Calls calls) {
    for (Who each : Who.PEOPLE) {
      people.put(each, each == Who.ADMINISTRATOR ? Administrator.loggedIn() : registered(each));
    }
    for (Who each : new Who[] {Who.OWNER, Who.CREATOR}) {
      workspaces.put(each, person(each).workspace());
      keys.put(each + " READ_KEY", key(calls, each, "[\"read\"]", Optional.empty()));
      keys.put(each + " WRITE_KEY", key(calls, each, "[\"write\"]", Optional.empty()));
      keys.put(
          each + " FOREIGN_KEY",
          key(calls, each, "[\"read\",\"write\",\"run\",\"admin\"]", elsewhere(each)));
    }
  }

  private static User registered(Who who) {
    return User.registered(Who.MEMBERS.contains(who) ? MARK : "Outsider");
  }

  User person(Who who) {
    return people.get(who);
  }

  /** What this one sends along; of the creator's keys where asked for, else of the owner's. */
  String credential(Who who, boolean ofCreator) {
    if (who.isKey()) {
      return keys.get((ofCreator ? Who.CREATOR : Who.OWNER) + " " + who);
    }
    return who == Who.ANONYMOUS ? "" : person(who).token();
  }

  String credential(Who who) {
    return credential(who, false);
  }

  private Optional<String> elsewhere(Who who) {
    return Optional.of(workspaces.get(who));
  }

  private String key(Calls calls, Who who, String scopes, Optional<String> workspace) {
    String bound = workspace.map(it -> ",\"workspace_id\":\"" + it + "\"").orElse("");
    String body = "{\"name\":\"A key\",\"scopes\":" + scopes + bound + "}";
    return calls
        .send(person(who).token(), "POST", "/api/v1/users/me/api-keys", Optional.of(body))
        .expect(201)
        .field("key");
  }
}
