package dev.colloquy.conversation.domain;

/** A conversation as one of its participants sees it. */
public record MyConversation(Conversation conversation, Activity activity) {}
