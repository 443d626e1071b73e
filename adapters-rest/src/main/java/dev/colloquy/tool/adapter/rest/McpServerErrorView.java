package dev.colloquy.tool.adapter.rest;

import dev.colloquy.tool.domain.McpFailure;

/** Why a server did not answer as it should. */
record McpServerErrorView(String code, String detail) {

  static McpServerErrorView of(McpFailure it) {
    return new McpServerErrorView(it.code(), it.sentence());
  }
}
