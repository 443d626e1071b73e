/** The model of identity: users, credentials, sessions and keys, their rules and their events. */
@NullMarked
package dev.colloquy.identity.domain;

import org.jspecify.annotations.NullMarked;
