/** Accounts, logins and keys over HTTP. */
@NullMarked
package dev.colloquy.identity.adapter.rest;

import org.jspecify.annotations.NullMarked;
