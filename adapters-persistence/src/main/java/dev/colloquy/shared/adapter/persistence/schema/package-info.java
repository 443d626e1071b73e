/**
 * Brings the database to the schema this build expects, before the application starts.
 *
 * <p>A changelog is a Liquibase formatted SQL file {@code db/changelog/<context>/NNN-<what>.sql}.
 * To add one, write the file and append its path as one line to {@code
 * db/changelog/changelogs.txt}: that list is the order of execution. Nothing scans the class path.
 */
@NullMarked
package dev.colloquy.shared.adapter.persistence.schema;

import org.jspecify.annotations.NullMarked;
