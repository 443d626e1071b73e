package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.port.in.ReadUsage;
import org.jspecify.annotations.Nullable;

/** Reads which usage is wanted. */
final class UsageQuery {

  /** By what one's own usage is summed up. */
  private enum MyGroup {
    DAY,
    MODEL,
    WORKSPACE
  }

  private UsageQuery() {}

  static ReadUsage.Query mine(
      @Nullable String from, @Nullable String to, @Nullable String groupBy) {
    MyGroup by = Query.oneOf("group_by", groupBy, MyGroup.class).orElse(MyGroup.DAY);
    return query(from, to, UsageGroup.valueOf(by.name()));
  }

  static ReadUsage.Query all(@Nullable String from, @Nullable String to, @Nullable String groupBy) {
    return query(
        from, to, Query.oneOf("group_by", groupBy, UsageGroup.class).orElse(UsageGroup.DAY));
  }

  private static ReadUsage.Query query(@Nullable String from, @Nullable String to, UsageGroup by) {
    return new ReadUsage.Query(Query.instant("from", from), Query.instant("to", to), by);
  }
}
