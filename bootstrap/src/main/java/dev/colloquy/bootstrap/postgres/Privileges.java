package dev.colloquy.bootstrap.postgres;

import dev.colloquy.bootstrap.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** As whom PostgreSQL's programs run: it refuses to be root. */
sealed interface Privileges {

  /** The command that runs the given one with these privileges. */
  List<String> wrap(List<String> command);

  /** Makes a folder and what is in it belong to these privileges. */
  void own(Path folder) throws IOException;

  String described();

  /**
   * Chooses by trying. {@code data} is the folder that everything of PostgreSQL's lies in.
   *
   * @throws EmbeddedPostgresException as root on a machine that lets it become nobody else
   */
  static Privileges on(Platform platform, Path data, Path program) {
    if (!platform.isLinux() || !isRoot()) {
      return new Own();
    }
    List<String> attempt = List.of(program.toString(), "--version");
    UserNamespace namespace = new UserNamespace();
    if (Commands.succeeds(namespace.wrap(attempt))) {
      return namespace;
    }
    Nobody nobody = new Nobody(data);
    nobody.letPass();
    if (Commands.succeeds(nobody.wrap(attempt))) {
      return nobody;
    }
    throw new EmbeddedPostgresException(
        "Colloquy runs as root, which PostgreSQL refuses, and can neither open a user namespace nor let the user nobody reach %s: run Colloquy as another user, or set COLLOQUY_DATA_DIR to a folder that everybody may enter."
            .formatted(data));
  }

  /** The effective user is the second number of its line (proc(5)). */
  private static boolean isRoot() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
    } catch (IOException | UncheckedIOException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** Those of Colloquy itself. */
  record Own() implements Privileges {

    @Override
    public List<String> wrap(List<String> command) {
      return command;
    }

    @Override
    public void own(Path folder) {}

    @Override
    public String described() {
      return "as the user of this process";
    }
  }

  /** Root outside, nobody inside: files stay root's own, wherever they lie. */
  record UserNamespace() implements Privileges {

    private static final int ROOT = 0;

    @Override
    public List<String> wrap(List<String> command) {
      return Commands.prefixed(List.of("unshare", "-U"), command);
    }

    @Override
    public void own(Path folder) throws IOException {
      if (Folders.owner(folder) != ROOT) {
        Folders.give(folder, ROOT, ROOT);
      }
    }

    @Override
    public String described() {
      return "in a user namespace of its own (unshare -U), because this process is root's";
    }
  }

  /** The user nobody, who must be able to reach the folder. */
  record Nobody(Path data) implements Privileges {

    private static final int NOBODY = 65534;

    @Override
    public List<String> wrap(List<String> command) {
      List<String> setpriv = new ArrayList<>(List.of("setpriv", "--clear-groups"));
      setpriv.add("--reuid=" + NOBODY);
      setpriv.add("--regid=" + NOBODY);
      return Commands.prefixed(setpriv, command);
    }

    @Override
    public void own(Path folder) throws IOException {
      if (Folders.owner(folder) != NOBODY) {
        Folders.give(folder, NOBODY, NOBODY);
      }
    }

    @Override
    public String described() {
      return "as the user nobody (setpriv), because this process is root's";
    }

    /** Others may pass through our own two folders, not list them. */
    private void letPass() {
      for (Path folder : List.of(data.getParent(), data)) {
        try {
          Set<PosixFilePermission> permissions =
              EnumSet.copyOf(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
          permissions.add(PosixFilePermission.OTHERS_EXECUTE);
          Files.setPosixFilePermissions(folder, permissions);
        } catch (IOException e) {
          throw new EmbeddedPostgresException(
              "The permissions of %s cannot be changed: make it Colloquy's own.".formatted(folder),
              e);
        }
      }
    }
  }
}
