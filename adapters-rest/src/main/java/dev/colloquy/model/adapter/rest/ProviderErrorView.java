package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.HealthCheck;

/**
 * Why a provider did not answer.
 *
 * @param code as a run that fails so has it
 */
record ProviderErrorView(String code, String detail) {

  static ProviderErrorView of(HealthCheck.Failure it) {
    return new ProviderErrorView(it.code(), it.detail());
  }
}
