package dev.colloquy.shared.domain;

import java.util.UUID;

/** What an event is about: a type, such as "workspace", and the id of the thing. */
public record Subject(String type, UUID id) {}
