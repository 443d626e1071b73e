package dev.colloquy.conversation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation by itself.
 *
 * @param messages the newest ones in order; only where they were asked for
 */
record ConversationDetailView(
    @JsonUnwrapped ConversationView conversation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MessageView> messages) {}
