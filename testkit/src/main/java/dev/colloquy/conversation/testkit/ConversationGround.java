package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.conversation.testkit.ConversationFixtures.started;
import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.MessageLog.Outcome;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the contracts stand on: the ports of one storage, and ways to prepare it. */
public interface ConversationGround {

  UnitOfWork unitOfWork();

  Conversations conversations();

  /** Whose appends commit by themselves. */
  MessageLog log();

  /** Whose appends belong to the unit of work under way. */
  MessageLog logInUnitOfWork();

  Messages messages();

  ReadMarkers markers();

  Feedbacks feedbacks();

  TypingSignals typing();

  DefaultConversations defaults();

  ConversationReadModel readModel();

  Memberships memberships();

  /** A user whom the storage knows. */
  UserId user();

  /** An active workspace of the owner's. */
  WorkspaceId workspace(UserId owner);

  void member(WorkspaceId workspace, UserId user, Role role);

  /** Archives, deletes or restores a workspace, as the workspace context does. */
  void turn(WorkspaceId workspace, ConversationStatus status);

  /** The data of the conversation's events of a type, in the order in which they were written. */
  List<Map<String, @Nullable Object>> written(ConversationId conversation, String type);

  /** What a unit of work comes to. */
  default <T extends @Nullable Object> T within(Supplier<? extends CompletionStage<T>> work) {
    return valueOf(unitOfWork().inTransaction(work));
  }

  /** A conversation of the starter's and these others' in a workspace of their own. */
  default Conversation conversation(Actor.OfUser starter, UserId... others) {
    WorkspaceId workspace = workspace(starter.user());
    List.of(others).forEach(it -> member(workspace, it, Role.EDITOR));
    return conversationIn(workspace, "Plan", starter, others);
  }

  /** The same in a workspace that has them all as members. */
  default Conversation conversationIn(
      WorkspaceId workspace, String topic, Actor.OfUser starter, UserId... others) {
    return within(() -> conversations().add(started(starter, workspace, topic, others)));
  }

  default Message said(Actor.OfUser actor, Conversation conversation, String text) {
    return said(posting(actor, conversation.id(), text));
  }

  default Message said(Posting posting) {
    return ((Outcome.Appended) valueOf(log().append(posting))).message();
  }
}
