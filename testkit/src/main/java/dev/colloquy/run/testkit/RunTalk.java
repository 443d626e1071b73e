package dev.colloquy.run.testkit;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.shared.domain.Actor;

/** A conversation in which something was asked. */
public record RunTalk(Actor.Person who, Conversation conversation, Message question) {}
