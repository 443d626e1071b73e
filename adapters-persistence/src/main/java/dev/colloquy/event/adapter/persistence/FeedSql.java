package dev.colloquy.event.adapter.persistence;

/** The readers' statements. */
final class FeedSql {

  /** {@code $1} how many of the latest events to begin with. */
  static final String BEGIN =
      "select greatest(floor, last_position - $1) as position from feed_head where id = 1";

  /**
   * {@code $1} the position, {@code $2} rows, {@code $3} bytes at the most, but for the first. Each
   * event's data is written as text once, weighed and sent so: that is most of what this costs.
   */
  static final String TAIL =
      """
      select * from (
        select *, octet_length(data) as bytes,
               sum(octet_length(data)) over (order by position rows unbounded preceding) as total
          from (select %1$s from feed where position > $1 order by position limit $2) latest
      ) weighed
       where total - bytes < $3
       order by position
      """
          .formatted(FeedRow.READ.replaceFirst("data$", "data::text as data"));

  private FeedSql() {}
}
