package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Texts;

/** What a workspace is called, in 1 to 100 characters; unique among its owner's workspaces. */
public record WorkspaceName(String value) {

  public WorkspaceName {
    value = Texts.checked(value, 1, 100);
  }

  @Override
  public String toString() {
    return value;
  }
}
