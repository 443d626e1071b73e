package dev.colloquy.benchmarks.rivals.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring WebFlux with R2DBC, as its guides put them together. */
@SpringBootApplication
public class Application {

  public static void main(String... arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
