package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.workspace.domain.MemberRole;

/** A role that may be given by hand. */
final class GrantableRole {

  static final Json<MemberRole> JSON = Json.oneOf(MemberRole.class).as(MemberRole::grantable);

  private GrantableRole() {}
}
