/** Tests of the model of runs. */
@NullMarked
package dev.colloquy.run.domain;

import org.jspecify.annotations.NullMarked;
