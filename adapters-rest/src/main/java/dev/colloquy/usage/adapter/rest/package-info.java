/** Usage and quotas over HTTP. */
@NullMarked
package dev.colloquy.usage.adapter.rest;

import org.jspecify.annotations.NullMarked;
