package dev.colloquy.usage.domain;

/**
 * The sum over one group of ended calls.
 *
 * @param group a day such as 2026-11-21, or an id; empty for calls outside all workspaces
 * @param requests how many calls
 */
public record UsageLine(String group, long requests, Consumption taken) {}
