package dev.colloquy.conversation.adapter.rest;

/** A way to write a whole conversation down, piece by piece. */
interface ExportFormat {

  String contentType();

  /** What stands before the messages. */
  String begin(ConversationView conversation);

  /** One message, after what {@link #begin} or another message has written. */
  String message(MessageView message);

  /** What stands after the messages. */
  String end();
}
