/**
 * Language models: those behind HTTP, in the protocols of OpenAI and Anthropic, and the rehearsal
 * that is built in. All of them meet the reader's demand at one place, {@code Answer}.
 */
@NullMarked
package dev.colloquy.model.adapter.llm;

import org.jspecify.annotations.NullMarked;
