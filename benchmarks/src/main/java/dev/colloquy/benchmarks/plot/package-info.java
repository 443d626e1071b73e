/** Figures as pictures: plain SVG, readable on light and on dark. */
@NullMarked
package dev.colloquy.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
