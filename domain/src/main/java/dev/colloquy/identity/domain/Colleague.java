package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.UserId;

/** What is shown of somebody to those who share a workspace with him. */
public record Colleague(UserId id, Username username, DisplayName name) {}
