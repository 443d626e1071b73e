package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.domain.Precondition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets a model say what a conversation is about, once it has answered there for the first time;
 * only where nobody has said it, so that the topic is no more than the first words of the question.
 */
public final class RunTitle {

  private static final int FEW_TOKENS = 32;

  private static final Turn WISH =
      new Turn.Asked(
          "Say in at most six words what the above is about. Write nothing but these words.");

  private static final Pattern AROUND = Pattern.compile("^[\\s\"'#*\u201c]+|[\\s\"'#*.\u201d]+$");

  private final BrowseConversations conversations;
  private final BrowseMessages messages;
  private final CompleteChat chat;
  private final EditConversation edit;

  public RunTitle(
      BrowseConversations conversations,
      BrowseMessages messages,
      CompleteChat chat,
      EditConversation edit) {
    this.conversations = conversations;
    this.messages = messages;
    this.chat = chat;
    this.edit = edit;
  }

  CompletionStage<MyConversation> of(Run completed) {
    return conversations
        .get(completed.agent(), completed.conversation())
        .thenCompose(
            mine ->
                mine.activity().messageCount() == 2
                    ? untitled(completed, mine)
                    : CompletableFuture.completedFuture(mine));
  }

  private CompletionStage<MyConversation> untitled(Run completed, MyConversation mine) {
    Conversation conversation = mine.conversation();
    return messages
        .list(completed.agent(), conversation.id(), new MessageWindow.Newest(), 2)
        .thenCompose(
            page ->
                isUntitled(conversation, page.items().getFirst())
                    ? titled(completed, conversation, page.items())
                    : CompletableFuture.completedFuture(mine));
  }

  private static boolean isUntitled(Conversation conversation, Message first) {
    return first.content().map(Topic::of).equals(Optional.of(conversation.draft().topic()));
  }

  private CompletionStage<MyConversation> titled(
      Run completed, Conversation conversation, List<Message> said) {
    List<Turn> turns =
        Stream.concat(said.stream().flatMap(RunPrompt::turn), Stream.of(WISH)).toList();
    return chat.handle(
            new CompleteChat.Command(
                completed.agent(),
                Optional.of(completed.workspace()),
                Optional.of(completed.order().model().toString()),
                turns,
                List.of(),
                Optional.empty(),
                Optional.of(FEW_TOKENS)))
        .thenCompose(completion -> WholeAnswer.of(completion.events()))
        .thenCompose(title -> renamed(completed, conversation, title));
  }

  private CompletionStage<MyConversation> renamed(
      Run completed, Conversation conversation, String title) {
    Topic before = conversation.draft().topic();
    Topic after = new Topic(AROUND.matcher(Topic.of(new Content(title)).value()).replaceAll(""));
    return edit.handle(
        new EditConversation.Command(
            completed.agent(),
            conversation.id(),
            draft ->
                draft.topic().equals(before)
                    ? new ConversationDraft(after, draft.modality(), draft.metadata())
                    : draft,
            new Precondition.Any()));
  }
}
