package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.RunError;

/** Why a run failed. */
record RunErrorView(String code, String detail) {

  static RunErrorView of(RunError it) {
    return new RunErrorView(it.code(), it.detail());
  }
}
