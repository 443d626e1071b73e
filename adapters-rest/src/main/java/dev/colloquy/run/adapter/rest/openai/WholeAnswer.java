package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolRequest;
import java.util.List;

/** An answer with all of its pieces in their places. */
record WholeAnswer(
    String text, String thoughts, List<ToolRequest> tools, TokenUsage usage, FinishReason reason) {}
