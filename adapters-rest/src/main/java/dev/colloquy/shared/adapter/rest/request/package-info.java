/** What a request says beside its body: who calls, from where, under which conditions. */
@NullMarked
package dev.colloquy.shared.adapter.rest.request;

import org.jspecify.annotations.NullMarked;
