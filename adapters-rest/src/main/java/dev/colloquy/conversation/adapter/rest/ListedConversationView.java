package dev.colloquy.conversation.adapter.rest;

/** An item of a list of conversations: whole for participants, little of it for others. */
sealed interface ListedConversationView permits ConversationView, KnownConversationView {}
