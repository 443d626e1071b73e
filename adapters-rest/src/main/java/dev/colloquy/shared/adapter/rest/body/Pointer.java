package dev.colloquy.shared.adapter.rest.body;

/** A place in a body: a JSON pointer (RFC 6901). The root is empty. */
record Pointer(String value) {

  static final Pointer ROOT = new Pointer("");

  private static final int MAX_SHOWN = 100;

  /** The field of this name; of an absurdly long name only the beginning is repeated. */
  Pointer field(String name) {
    return new Pointer(value + "/" + escaped(shown(name)));
  }

  Pointer item(int index) {
    return new Pointer(value + "/" + index);
  }

  private static String shown(String name) {
    if (name.codePointCount(0, name.length()) <= MAX_SHOWN) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
