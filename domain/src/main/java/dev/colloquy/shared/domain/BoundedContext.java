package dev.colloquy.shared.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the root package of a context and names the contexts whose in-ports it calls today. The
 * architecture tests fail the build on every other edge; everybody may use {@code shared}.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BoundedContext {

  /** The contexts whose in-ports may be called and whose out-ports may be implemented. */
  String[] mayUse() default {};
}
