package dev.colloquy.bootstrap;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.domain.port.in.SupersedeMessage;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.BrowseModelConfigurations;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.adapter.persistence.LocalBell;
import dev.colloquy.run.adapter.persistence.PgApprovals;
import dev.colloquy.run.adapter.persistence.PgOrchestrationRules;
import dev.colloquy.run.adapter.persistence.PgRunJournal;
import dev.colloquy.run.adapter.persistence.PgRuns;
import dev.colloquy.run.adapter.persistence.PgSummaries;
import dev.colloquy.run.adapter.persistence.RunTapes;
import dev.colloquy.run.application.ApprovalClock;
import dev.colloquy.run.application.ApprovalHandler;
import dev.colloquy.run.application.BrowseRunsHandler;
import dev.colloquy.run.application.ChatMeter;
import dev.colloquy.run.application.CompleteChatHandler;
import dev.colloquy.run.application.ControlRunHandler;
import dev.colloquy.run.application.FollowRunHandler;
import dev.colloquy.run.application.ManageOrchestrationHandler;
import dev.colloquy.run.application.RunAccess;
import dev.colloquy.run.application.RunAftermath;
import dev.colloquy.run.application.RunBudget;
import dev.colloquy.run.application.RunDesk;
import dev.colloquy.run.application.RunDispatcher;
import dev.colloquy.run.application.RunLaunch;
import dev.colloquy.run.application.RunLineup;
import dev.colloquy.run.application.RunMessage;
import dev.colloquy.run.application.RunModel;
import dev.colloquy.run.application.RunPause;
import dev.colloquy.run.application.RunPrompt;
import dev.colloquy.run.application.RunQuestion;
import dev.colloquy.run.application.RunRoom;
import dev.colloquy.run.application.RunTitle;
import dev.colloquy.run.application.RunTools;
import dev.colloquy.run.application.StartRunHandler;
import dev.colloquy.run.application.StartTalkHandler;
import dev.colloquy.run.application.SummarizeConversationHandler;
import dev.colloquy.run.domain.port.in.BrowseRuns;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.run.domain.port.in.ControlRun;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.ManageOrchestration;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.domain.port.in.StartTalk;
import dev.colloquy.run.domain.port.in.SummarizeConversation;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The run context: its node works on runs as long as the application is there. */
@Singleton
final class RunWiring {

  /** How many runs a node works on at a time. */
  private static final int CAPACITY = 2_000;

  private static final long STOPPING_SECONDS = 3;

  void start(
      @Observes StartupEvent started,
      RunDispatcher dispatcher,
      LocalBell bell,
      PgRunJournal journal,
      ApprovalClock approvals,
      Timers timers) {
    journal.start(timers);
    dispatcher.start(bell);
    approvals.start(timers);
  }

  /** What is under way is left to another node, or to the next start. */
  void stop(@Observes ShutdownEvent stopped, RunDispatcher dispatcher) {
    dispatcher
        .stop()
        .toCompletableFuture()
        .completeOnTimeout(null, STOPPING_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Produces
  @Singleton
  LocalBell bell() {
    return new LocalBell();
  }

  @Produces
  @Singleton
  RunTapes tapes() {
    return new RunTapes();
  }

  @Produces
  @Singleton
  Runs runs(Sql sql, EventAppender events, LocalBell bell, RunTapes tapes) {
    return new PgRuns(sql, events, bell, tapes);
  }

  @Produces
  @Singleton
  PgRunJournal journal(Sql sql, RunTapes tapes, Timers timers) {
    return new PgRunJournal(sql, tapes, timers);
  }

  @Produces
  @Singleton
  RunDispatcher dispatcher(
      RunDesk desk, UnitOfWork unitOfWork, Runs runs, Timers timers, Clock clock) {
    return new RunDispatcher(desk, unitOfWork, runs, timers, clock);
  }

  @Produces
  @Singleton
  RunDesk desk(
      Ids ids,
      UnitOfWork unitOfWork,
      Runs runs,
      RunJournal journal,
      RunModel model,
      RunTools tools,
      RunPause pause,
      RunMessage messages,
      RunBudget budget,
      RunAftermath aftermath,
      Timers timers,
      Clock clock) {
    return new RunDesk(
        ids.next(),
        CAPACITY,
        unitOfWork,
        runs,
        journal,
        model,
        tools,
        pause,
        messages,
        budget,
        aftermath,
        timers,
        clock);
  }

  @Produces
  @Singleton
  MeterBinder meters(RunDesk desk) {
    return registry ->
        Gauge.builder("colloquy.runs.working", desk, RunDesk::working)
            .description("Runs that this node works on")
            .register(registry);
  }

  @Produces
  @Singleton
  RunModel model(
      ChooseModel models, RunPrompt prompt, AskModel ask, RunBudget budget, Timers timers) {
    return new RunModel(models, prompt, ask, budget, timers);
  }

  @Produces
  @Singleton
  RunTools tools(BrowseTools browse, InvokeTool invoke, RunAccess access, RunJournal journal) {
    return new RunTools(browse, invoke, access, journal);
  }

  @Produces
  @Singleton
  Approvals approvals(Sql sql) {
    return new PgApprovals(sql);
  }

  @Produces
  @Singleton
  ApprovalHandler approvalHandler(
      UnitOfWork unitOfWork, Approvals approvals, Runs runs, Memberships members, Clock clock) {
    return new ApprovalHandler(unitOfWork, approvals, runs, members, clock);
  }

  @Produces
  @Singleton
  ApprovalClock approvalClock(UnitOfWork unitOfWork, Approvals approvals, Runs runs, Clock clock) {
    return new ApprovalClock(unitOfWork, approvals, runs, clock);
  }

  @Produces
  @Singleton
  RunPause pause(
      UnitOfWork unitOfWork,
      Approvals approvals,
      Runs runs,
      RunBudget budget,
      Ids ids,
      Clock clock) {
    return new RunPause(unitOfWork, approvals, runs, budget, ids, clock);
  }

  @Produces
  @Singleton
  RunPrompt prompt(BrowseMessages messages, Summaries summaries, RunTools tools) {
    return new RunPrompt(messages, summaries, tools);
  }

  @Produces
  @Singleton
  RunBudget budget(UnitOfWork unitOfWork, MeterUsage usage) {
    return new RunBudget(unitOfWork, usage);
  }

  @Produces
  @Singleton
  RunLaunch launch(
      UnitOfWork unitOfWork,
      Runs runs,
      RunPrompt prompt,
      RunBudget budget,
      RunDesk desk,
      Clock clock) {
    return new RunLaunch(unitOfWork, runs, prompt, budget, desk, clock);
  }

  @Produces
  @Singleton
  RunMessage message(RecordMessage record, SupersedeMessage supersede, Runs runs) {
    return new RunMessage(record, supersede, runs);
  }

  @Produces
  @Singleton
  RunAccess access(BrowseConversations conversations, Runs runs) {
    return new RunAccess(conversations, runs);
  }

  @Produces
  @Singleton
  RunRoom room(Runs runs, RunBudget budget, Clock clock) {
    return new RunRoom(runs, budget, clock);
  }

  @Produces
  @Singleton
  OrchestrationRules orchestrationRules(Sql sql, EventAppender events) {
    return new PgOrchestrationRules(sql, events);
  }

  @Produces
  @Singleton
  RunLineup lineup(ChooseModel models, OrchestrationRules rules) {
    return new RunLineup(models, rules);
  }

  @Produces
  @Singleton
  ManageOrchestration manageOrchestration(
      UnitOfWork unitOfWork,
      OrchestrationRules rules,
      BrowseModelConfigurations models,
      Ids ids,
      Clock clock) {
    return new ManageOrchestrationHandler(unitOfWork, rules, models, ids, clock);
  }

  @Produces
  @Singleton
  Summaries summaries(Sql sql, EventAppender events) {
    return new PgSummaries(sql, events);
  }

  @Produces
  @Singleton
  SummarizeConversation summarizeConversation(
      UnitOfWork unitOfWork,
      RunAccess access,
      BrowseConversations conversations,
      BrowseMessages messages,
      RunLineup lineup,
      CompleteChat chat,
      Summaries summaries,
      Clock clock) {
    return new SummarizeConversationHandler(
        unitOfWork, access, conversations, messages, lineup, chat, summaries, clock);
  }

  @Produces
  @Singleton
  RunAftermath aftermath(
      @ConfigProperty(name = "colloquy.summaries", defaultValue = "on") String summing,
      @ConfigProperty(name = "colloquy.titles", defaultValue = "off") String titling,
      BrowseConversations conversations,
      BrowseMessages messages,
      CompleteChat chat,
      EditConversation edit,
      Summaries summaries,
      SummarizeConversation summarize) {
    return new RunAftermath(
        new RunAftermath.Wishes(summing.equals("on"), titling.equals("on")),
        new RunTitle(conversations, messages, chat, edit),
        messages,
        summaries,
        summarize);
  }

  @Produces
  @Singleton
  RunQuestion question(RecordMessage record, BrowseMessages messages) {
    return new RunQuestion(record, messages);
  }

  @Produces
  @Singleton
  StartRun startRun(
      UnitOfWork unitOfWork,
      RunAccess access,
      RunRoom room,
      RunQuestion question,
      RunLineup lineup,
      RunTools tools,
      RunLaunch launch,
      Ids ids,
      Clock clock) {
    return new StartRunHandler(
        unitOfWork, access, room, question, lineup, tools, launch, ids, clock);
  }

  @Produces
  @Singleton
  StartTalk startTalk(UnitOfWork unitOfWork, StartConversation conversations, StartRun runs) {
    return new StartTalkHandler(unitOfWork, conversations, runs);
  }

  @Produces
  @Singleton
  CompleteChat completeChat(
      UnitOfWork unitOfWork,
      ChooseModel models,
      AskModel ask,
      MeterUsage usage,
      Ids ids,
      Timers timers) {
    return new CompleteChatHandler(models, ask, new ChatMeter(unitOfWork, usage, ids, timers));
  }

  @Produces
  @Singleton
  ControlRun controlRun(
      UnitOfWork unitOfWork,
      RunAccess access,
      RunRoom room,
      RunQuestion question,
      RunLineup lineup,
      Runs runs,
      RunLaunch launch,
      Ids ids,
      Clock clock) {
    return new ControlRunHandler(
        unitOfWork, access, room, question, lineup, runs, launch, ids, clock);
  }

  @Produces
  @Singleton
  BrowseRuns browseRuns(RunAccess access, BrowseConversations conversations, Runs runs) {
    return new BrowseRunsHandler(access, conversations, runs);
  }

  @Produces
  @Singleton
  FollowRun followRun(RunAccess access, RunJournal journal) {
    return new FollowRunHandler(access, journal);
  }
}
