/** Single steps of a request, measured by JMH. */
@NullMarked
package dev.colloquy.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
