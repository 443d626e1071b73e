/** Who people are: accounts, credentials, login sessions and API keys. */
@BoundedContext
@NullMarked
package dev.colloquy.identity;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
