package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.List;
import java.util.Map;
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
}
