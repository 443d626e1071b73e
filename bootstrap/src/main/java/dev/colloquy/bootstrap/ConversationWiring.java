package dev.colloquy.bootstrap;

import dev.colloquy.conversation.adapter.persistence.HibernateConversations;
import dev.colloquy.conversation.adapter.persistence.PgConversationReadModel;
import dev.colloquy.conversation.adapter.persistence.PgDefaultConversations;
import dev.colloquy.conversation.adapter.persistence.PgFeedbacks;
import dev.colloquy.conversation.adapter.persistence.PgMessageLog;
import dev.colloquy.conversation.adapter.persistence.PgMessages;
import dev.colloquy.conversation.adapter.persistence.PgReadMarkers;
import dev.colloquy.conversation.adapter.persistence.PgTypingSignals;
import dev.colloquy.conversation.adapter.persistence.PgWorkspaceCloses;
import dev.colloquy.conversation.application.BrowseConversationsHandler;
import dev.colloquy.conversation.application.BrowseMessagesHandler;
import dev.colloquy.conversation.application.ConversationAccess;
import dev.colloquy.conversation.application.DefaultConversation;
import dev.colloquy.conversation.application.DefaultWorkspace;
import dev.colloquy.conversation.application.EditConversationHandler;
import dev.colloquy.conversation.application.EndParticipations;
import dev.colloquy.conversation.application.ForkConversationHandler;
import dev.colloquy.conversation.application.ManageConversationHandler;
import dev.colloquy.conversation.application.ManageParticipantsHandler;
import dev.colloquy.conversation.application.MarkReadHandler;
import dev.colloquy.conversation.application.MyView;
import dev.colloquy.conversation.application.PostMessageHandler;
import dev.colloquy.conversation.application.RateMessageHandler;
import dev.colloquy.conversation.application.RecordMessageHandler;
import dev.colloquy.conversation.application.ReviseMessageHandler;
import dev.colloquy.conversation.application.SignalTypingHandler;
import dev.colloquy.conversation.application.StartConversationHandler;
import dev.colloquy.conversation.application.SupersedeMessageHandler;
import dev.colloquy.conversation.application.TakeInputHandler;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.conversation.domain.port.in.ForkConversation;
import dev.colloquy.conversation.domain.port.in.ManageConversation;
import dev.colloquy.conversation.domain.port.in.ManageParticipants;
import dev.colloquy.conversation.domain.port.in.MarkRead;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.conversation.domain.port.in.RateMessage;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.conversation.domain.port.in.ReviseMessage;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.domain.port.in.SupersedeMessage;
import dev.colloquy.conversation.domain.port.in.TakeInput;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.out.MembershipEnds;
import dev.colloquy.workspace.domain.port.out.WorkspaceCloses;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The conversation context, put together. */
@Singleton
final class ConversationWiring {

  @Produces
  @Singleton
  Conversations conversations(Entities entities, Sql sql, EventAppender events) {
    return new HibernateConversations(entities, sql, events);
  }

  @Produces
  @Singleton
  Messages messages(Sql sql, EventAppender events) {
    return new PgMessages(sql, events);
  }

  @Produces
  @Singleton
  ReadMarkers readMarkers(Sql sql, EventAppender events) {
    return new PgReadMarkers(sql, events);
  }

  @Produces
  @Singleton
  ConversationReadModel conversationReadModel(Sql sql) {
    return new PgConversationReadModel(sql);
  }

  @Produces
  @Singleton
  ConversationAccess conversationAccess(Conversations conversations, Memberships memberships) {
    return new ConversationAccess(conversations, memberships);
  }

  @Produces
  @Singleton
  MyView myView(ConversationReadModel readModel) {
    return new MyView(readModel);
  }

  @Produces
  @Singleton
  MembershipEnds endParticipations(Conversations conversations) {
    return new EndParticipations(conversations);
  }

  @Produces
  @Singleton
  WorkspaceCloses closeConversations(Sql sql) {
    return new PgWorkspaceCloses(sql);
  }

  @Produces
  @Singleton
  StartConversation startConversation(
      UnitOfWork unitOfWork,
      BrowseWorkspaces workspaces,
      Conversations conversations,
      ConversationReadModel readModel,
      Ids ids,
      Clock clock) {
    return new StartConversationHandler(
        unitOfWork, workspaces, conversations, readModel, ids, clock);
  }

  @Produces
  @Singleton
  BrowseConversations browseConversations(
      ConversationAccess access,
      BrowseWorkspaces workspaces,
      ConversationReadModel readModel,
      MyView view) {
    return new BrowseConversationsHandler(access, workspaces, readModel, view);
  }

  @Produces
  @Singleton
  EditConversation editConversation(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Conversations conversations,
      MyView view,
      Clock clock) {
    return new EditConversationHandler(unitOfWork, access, conversations, view, clock);
  }

  @Produces
  @Singleton
  ManageConversation manageConversation(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Conversations conversations,
      MyView view,
      Clock clock) {
    return new ManageConversationHandler(unitOfWork, access, conversations, view, clock);
  }

  @Produces
  @Singleton
  ManageParticipants manageParticipants(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Conversations conversations,
      ConversationReadModel readModel,
      Clock clock) {
    return new ManageParticipantsHandler(unitOfWork, access, conversations, readModel, clock);
  }

  @Produces
  @Singleton
  PostMessage postMessage(Sql sql, Ids ids, Wakeup wakeup, Clock clock) {
    return new PostMessageHandler(PgMessageLog.alone(sql, ids, wakeup), ids, clock);
  }

  @Produces
  @Singleton
  RecordMessage recordMessage(Sql sql, Ids ids, Wakeup wakeup, Clock clock) {
    return new RecordMessageHandler(PgMessageLog.inUnitOfWork(sql, ids, wakeup), ids, clock);
  }

  @Produces
  @Singleton
  BrowseMessages browseMessages(
      ConversationAccess access, Messages messages, Sql sql, Ids ids, Wakeup wakeup) {
    return new BrowseMessagesHandler(access, PgMessageLog.alone(sql, ids, wakeup), messages);
  }

  @Produces
  @Singleton
  ReviseMessage reviseMessage(
      UnitOfWork unitOfWork, ConversationAccess access, Messages messages, Clock clock) {
    return new ReviseMessageHandler(unitOfWork, access, messages, clock);
  }

  @Produces
  @Singleton
  SupersedeMessage supersedeMessage(
      UnitOfWork unitOfWork, ConversationAccess access, Messages messages, Clock clock) {
    return new SupersedeMessageHandler(unitOfWork, access, messages, clock);
  }

  @Produces
  @Singleton
  MarkRead markRead(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Messages messages,
      ConversationReadModel readModel,
      ReadMarkers markers,
      Clock clock) {
    return new MarkReadHandler(unitOfWork, access, messages, readModel, markers, clock);
  }

  @Produces
  @Singleton
  SignalTyping signalTyping(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Sql sql,
      EventAppender events,
      Clock clock) {
    return new SignalTypingHandler(unitOfWork, access, new PgTypingSignals(sql, events), clock);
  }

  @Produces
  @Singleton
  RateMessage rateMessage(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Messages messages,
      Sql sql,
      EventAppender events,
      Clock clock) {
    return new RateMessageHandler(
        unitOfWork, access, messages, new PgFeedbacks(sql, events), clock);
  }

  @Produces
  @Singleton
  ForkConversation forkConversation(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      BrowseWorkspaces workspaces,
      Conversations conversations,
      Messages messages,
      ConversationReadModel readModel,
      Ids ids,
      Clock clock) {
    return new ForkConversationHandler(
        unitOfWork, access, workspaces, conversations, messages, readModel, ids, clock);
  }

  @Produces
  @Singleton
  DefaultConversation defaultConversation(
      Sql sql,
      Conversations conversations,
      BrowseWorkspaces browse,
      CreateWorkspace create,
      StartConversation start) {
    return new DefaultConversation(
        new PgDefaultConversations(sql),
        conversations,
        new DefaultWorkspace(browse, create),
        start);
  }

  @Produces
  @Singleton
  TakeInput takeInput(UnitOfWork unitOfWork, DefaultConversation defaults, RecordMessage record) {
    return new TakeInputHandler(unitOfWork, defaults, record);
  }
}
