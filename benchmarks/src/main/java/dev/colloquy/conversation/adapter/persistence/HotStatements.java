package dev.colloquy.conversation.adapter.persistence;

/**
 * The product's own statements, for whatever is compared with it: a copy of them would soon be
 * another statement. It stands in their package because nobody else may see them.
 */
public final class HotStatements {

  private static final String EVENT_BEGINS = "), event as (";
  private static final String EVENT_ENDS = "select seq from head";

  private HotStatements() {}

  /** Reads a page of messages: conversation, reader, exclusive bound, limit. */
  public static String list() {
    return PgMessageLog.OLDER;
  }

  /** Posts a message, with everything that belongs to it. */
  public static String append() {
    return AppendStatement.TEXT;
  }

  /** Posts a message and tells nobody: what the event costs is the difference. */
  public static String appendWithoutEvent() {
    String all = append();
    int begins = all.indexOf(EVENT_BEGINS);
    int ends = all.indexOf(EVENT_ENDS, begins);
    if (begins < 0 || ends < 0) {
      throw new IllegalStateException("the append statement has another shape now");
    }
    return all.substring(0, begins) + ")\n" + all.substring(ends);
  }
}
