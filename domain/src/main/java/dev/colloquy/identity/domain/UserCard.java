package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.UserId;

/** What other contexts may know of an active user. */
public record UserCard(UserId id, String email, String name, String username) {}
