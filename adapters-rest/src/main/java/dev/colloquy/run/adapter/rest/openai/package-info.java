/**
 * The routes under {@code /v1}, for clients that speak OpenAI's protocol. Its names, its errors and
 * its tolerance of unknown fields apply there instead of ours.
 */
@NullMarked
package dev.colloquy.run.adapter.rest.openai;

import org.jspecify.annotations.NullMarked;
