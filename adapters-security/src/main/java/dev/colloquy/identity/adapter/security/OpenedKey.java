package dev.colloquy.identity.adapter.security;

import dev.colloquy.identity.domain.SigningKey;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;

/** A signing key with both halves in memory. */
record OpenedKey(SigningKey stored, ECPublicKey publicKey, PrivateKey privateKey) {}
