/**
 * Units of work and SQL on PostgreSQL, for the persistence adapters of every context.
 *
 * <p>How a repository is written:
 *
 * <ul>
 *   <li>An aggregate has a row class (package-private, {@code @Entity}, {@link
 *       dev.colloquy.shared.adapter.persistence.VersionedRow}) and a mapper by hand. {@code find}
 *       is {@link dev.colloquy.shared.adapter.persistence.Entities#find}; {@code add} is {@code
 *       persist}; {@code save} is {@code update}, which writes the new values onto the row that was
 *       read. Both then append the change's events: rows first, or the feed's order breaks. A
 *       change that {@code isNothing()} writes nothing.
 *   <li>What counts, appends or reads much is SQL: {@link
 *       dev.colloquy.shared.adapter.persistence.Sql#inUnitOfWork} for writes, {@code read} for
 *       queries, {@code alone} only for a statement that is a transaction in itself. {@link
 *       dev.colloquy.shared.adapter.persistence.Columns} changes the types.
 *   <li>One statement after the other, on the thread of the unit of work. A failed statement dooms
 *       the unit of work, even where its failure is swallowed; for "insert unless there" use {@code
 *       on conflict}.
 *   <li>Failures are refusals of the domain already. A taken unique value comes as {@link
 *       dev.colloquy.shared.adapter.persistence.UniqueViolation}: {@code
 *       .exceptionallyCompose(UniqueViolation.becomes(() -> new Duplicate("…")))}.
 *   <li>A statement that writes events itself takes columns and parameters from {@link
 *       dev.colloquy.shared.adapter.persistence.EventRow} and runs the {@link
 *       dev.colloquy.shared.adapter.persistence.Wakeup} after the commit.
 * </ul>
 */
@NullMarked
package dev.colloquy.shared.adapter.persistence;

import org.jspecify.annotations.NullMarked;
