/**
 * The API's description (OpenAPI): adds to what resources say of themselves all that is common to
 * them, each from one list.
 */
@NullMarked
package dev.colloquy.shared.adapter.rest.document;

import org.jspecify.annotations.NullMarked;
