package dev.colloquy.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code under test, and what a package name says: {@code dev.colloquy.<context>.<layer>}. */
final class Code {

  static final String ROOT = "dev.colloquy";

  /** Everything that ships. */
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("testkit"))
          .importPackages(ROOT);

  private static final Pattern PLACE =
      Pattern.compile(
          "dev\\.colloquy\\.(?:planted\\.)?(\\w+)(?:\\.(domain|application|adapter\\.\\w+))?.*");

  private Code() {}

  /** The planted faults of one rule. */
  static JavaClasses planted(String fault) {
    return new ClassFileImporter().importPackages("dev.colloquy.planted." + fault);
  }

  /** The context of a class of ours; bootstrap is none. */
  static Optional<String> contextOf(JavaClass type) {
    return part(type, 1).filter(it -> !it.equals("bootstrap") && !it.equals("architecture"));
  }

  /** domain, application, or adapter with its technology. */
  static Optional<String> layerOf(JavaClass type) {
    return part(type, 2);
  }

  static boolean isOutPort(JavaClass type) {
    return type.getPackageName().contains(".domain.port.out");
  }

  private static Optional<String> part(JavaClass type, int group) {
    Matcher matcher = PLACE.matcher(type.getPackageName());
    return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
  }
}
