package dev.colloquy.workspace.domain;

/** A member with what the other members may know of the user. */
public record NamedMember(Member member, String name, String username) {}
