package dev.colloquy.conversation.domain;

/** A conversation as one of its participants sees it. */
public record MyConversation(Conversation conversation, Activity activity) {

  /** One that was started just now. */
  public static MyConversation fresh(Conversation started) {
    return new MyConversation(started, new Activity(started.createdAt(), 0, 0));
  }
}
