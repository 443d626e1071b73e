package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.application.BrowseConversationsHandler;
import dev.colloquy.conversation.application.BrowseMessagesHandler;
import dev.colloquy.conversation.application.ConversationAccess;
import dev.colloquy.conversation.application.EditConversationHandler;
import dev.colloquy.conversation.application.KnownWorkspaces;
import dev.colloquy.conversation.application.ManageParticipantsHandler;
import dev.colloquy.conversation.application.MyView;
import dev.colloquy.conversation.application.RecordMessageHandler;
import dev.colloquy.conversation.application.ReviseMessageHandler;
import dev.colloquy.conversation.application.SupersedeMessageHandler;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.ManageParticipants;
import dev.colloquy.conversation.domain.port.in.ReviseMessage;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.model.application.AskModelHandler;
import dev.colloquy.model.application.ChooseModelHandler;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.testkit.InMemoryCallAllowance;
import dev.colloquy.model.testkit.InMemoryModels;
import dev.colloquy.model.testkit.ModelFixtures;
import dev.colloquy.model.testkit.ScriptedLanguageModel;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.BrowseRuns;
import dev.colloquy.run.domain.port.in.ControlRun;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.run.testkit.InMemoryRunGround;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.TestClock;
import dev.colloquy.tool.application.BrowseToolsHandler;
import dev.colloquy.tool.application.InvokeToolHandler;
import dev.colloquy.tool.application.McpCalls;
import dev.colloquy.tool.application.ToolRegistry;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.testkit.FlatArguments;
import dev.colloquy.tool.testkit.InMemoryTools;
import dev.colloquy.tool.testkit.ScriptedTool;
import dev.colloquy.usage.application.MeterUsageHandler;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import dev.colloquy.usage.testkit.InMemoryUsageGround;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The run context on in-memory adapters, which complete at once or late, and models that say what a
 * test lets them say.
 */
final class RunWorld implements AutoCloseable {

  /** How long models may say nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final TestClock clock = new TestClock();
  final InMemoryRunGround ground = new InMemoryRunGround(clock);
  final InMemoryUsageGround usage = new InMemoryUsageGround(ground.talks().database());
  final InMemoryModels models = new InMemoryModels();
  final ScriptedLanguageModel language = new ScriptedLanguageModel();

  final ScriptedTool oven = ScriptedTool.named("oven");
  final ScriptedTool letter =
      new ScriptedTool(
          Tool.builtIn("send_letter", "Sends a letter.", "{\"type\":\"object\"}").withApproval());
  final ScriptedTool clockwork = ScriptedTool.named("clock");

  private final ManualTimers timers = new ManualTimers(clock);
  private final @Nullable LateCompletion late;

  private RunWorld(boolean isLate) {
    late = isLate ? new LateCompletion(ground.talks().database()) : null;
  }

  static RunWorld prompt() {
    return new RunWorld(false);
  }

  static RunWorld late() {
    return new RunWorld(true);
  }

  @Override
  public void close() {
    if (late != null) {
      late.close();
    }
  }

  /** Runs that are asked for wait for a node. */
  StartRun start() {
    return start(desk(1_000, runs(), ask(), timers));
  }

  /** Runs that are asked for on the node whose desk it is. */
  StartRun start(RunDesk desk) {
    return new StartRunHandler(
        unitOfWork(),
        access(),
        room(),
        question(),
        lineup(),
        tools(timers),
        launch(desk),
        ids(),
        clock);
  }

  /** A desk that is not open yet, in the time that passes with these timers. */
  RunDesk desk(int capacity, Runs runs, AskModel ask, Timers timers) {
    return new RunDesk(
        UUID.randomUUID(),
        capacity,
        unitOfWork(),
        runs,
        ground.journal(),
        new RunModel(choose(), questions(), ask, budget(), timers),
        tools(timers),
        pause(),
        runMessage(runs),
        budget(),
        aftermath(),
        timers,
        clock);
  }

  RunLineup lineup() {
    return new RunLineup(choose(), rules());
  }

  RunPrompt questions() {
    return new RunPrompt(messages(), summaries(), tools(timers));
  }

  Summaries summaries() {
    return maybeLate(Summaries.class, ground.summaries());
  }

  SummarizeConversationHandler summarize() {
    return new SummarizeConversationHandler(
        unitOfWork(), access(), conversations(), messages(), lineup(), chat(), summaries(), clock);
  }

  RunAftermath aftermath() {
    EditConversationHandler edit =
        new EditConversationHandler(
            unitOfWork(),
            conversationAccess(),
            ground.talks().conversations(),
            new MyView(ground.talks().readModel()),
            clock);
    return new RunAftermath(
        new RunAftermath.Wishes(true, true),
        new RunTitle(conversations(), messages(), chat(), edit),
        messages(),
        summaries(),
        summarize());
  }

  private CompleteChatHandler chat() {
    return new CompleteChatHandler(
        choose(), ask(), new ChatMeter(unitOfWork(), meter(), ids(), timers));
  }

  OrchestrationRules rules() {
    return maybeLate(OrchestrationRules.class, ground.rules());
  }

  ControlRun control() {
    return control(desk(1_000, runs(), ask(), timers));
  }

  ControlRun control(RunDesk desk) {
    return new ControlRunHandler(
        unitOfWork(), access(), room(), question(), lineup(), runs(), launch(desk), ids(), clock);
  }

  BrowseRuns browse() {
    return new BrowseRunsHandler(access(), conversations(), runs());
  }

  FollowRun follow() {
    return new FollowRunHandler(access(), maybeLate(RunJournal.class, ground.journal()));
  }

  UnitOfWork unitOfWork() {
    return ground.talks().unitOfWork();
  }

  Ids ids() {
    return ground.ids();
  }

  Runs runs() {
    return maybeLate(Runs.class, ground.runs());
  }

  ChooseModelHandler choose() {
    return new ChooseModelHandler(models);
  }

  AskModelHandler ask() {
    return new AskModelHandler(models, language, new InMemoryCallAllowance(), PATIENCE, clock);
  }

  /** The tools, which have the time that passes with these timers. */
  RunTools tools(Timers timers) {
    InMemoryTools more = new InMemoryTools();
    ToolRegistry registry =
        new ToolRegistry(
            List.of(oven, clockwork, letter),
            more.servers(),
            new McpCalls(more.unitOfWork(), more.servers(), more.client(), more.safe(), clock),
            more.policies());
    return new RunTools(
        new BrowseToolsHandler(registry),
        new InvokeToolHandler(registry, new FlatArguments(), timers),
        access(),
        ground.journal());
  }

  RunPause pause() {
    return new RunPause(unitOfWork(), approvals(), runs(), budget(), ids(), clock);
  }

  ApprovalHandler approval() {
    return new ApprovalHandler(
        unitOfWork(), approvals(), runs(), ground.talks().memberships(), clock);
  }

  ApprovalClock approvalClock() {
    return new ApprovalClock(unitOfWork(), approvals(), runs(), clock);
  }

  Approvals approvals() {
    return maybeLate(Approvals.class, ground.approvals());
  }

  BrowseMessages messages() {
    return new BrowseMessagesHandler(
        conversationAccess(),
        maybeLate(MessageLog.class, ground.talks().log()),
        maybeLate(Messages.class, ground.talks().messages()));
  }

  RecordMessageHandler record() {
    return new RecordMessageHandler(
        maybeLate(MessageLog.class, ground.talks().logInUnitOfWork()), ids(), clock);
  }

  RunBudget budget() {
    return new RunBudget(unitOfWork(), meter());
  }

  MeterUsage meter() {
    return new MeterUsageHandler(maybeLate(UsageMeter.class, usage.meter()), clock);
  }

  RunMessage runMessage(Runs runs) {
    SupersedeMessageHandler supersede =
        new SupersedeMessageHandler(
            unitOfWork(), conversationAccess(), ground.talks().messages(), clock);
    return new RunMessage(record(), supersede, runs);
  }

  /** A model that is called at a provider of its own. */
  Model model(String name, int priority) {
    Model model = models.put(ModelFixtures.model(name, priority));
    models.put(model.provider(), ModelFixtures.endpoint());
    return model;
  }

  Actor.Person user() {
    return Actors.person(ground.talks().user());
  }

  Conversation conversation(Actor.Person starter, Actor.Person... others) {
    return ground
        .talks()
        .conversation(
            starter, Arrays.stream(others).map(Actor.Person::user).toArray(UserId[]::new));
  }

  Message said(Actor.Person who, Conversation conversation, String text) {
    return ground.talks().said(who, conversation, text);
  }

  /** Whoever said it takes it back. */
  void delete(Actor.Person who, Message message) {
    valueOf(
        new ReviseMessageHandler(
                unitOfWork(), conversationAccess(), ground.talks().messages(), clock)
            .delete(
                new ReviseMessage.Delete(
                    who, message.conversation(), message.id(), new Precondition.Any()))
            .thenApply(done -> true));
  }

  /** Somebody takes part no more. */
  void leave(Actor.Person who, Conversation conversation) {
    valueOf(
        new ManageParticipantsHandler(
                unitOfWork(),
                conversationAccess(),
                ground.talks().conversations(),
                ground.talks().readModel(),
                clock)
            .remove(new ManageParticipants.Command(who, conversation.id(), who.user())));
  }

  /** The run as it is kept. */
  Run now(Run run) {
    return ground.kept(run.id());
  }

  /** All that was said, in order. */
  List<Message> messages(Actor.OfUser reader, Conversation conversation) {
    return valueOf(
            messages()
                .list(reader, conversation.id(), new MessageWindow.After(0), PageRequest.MAX_LIMIT))
        .items();
  }

  List<StreamEntry> stream(Run run) {
    return valueOf(ground.journal().page(run.id(), StreamPlace.BEGINNING, 100_000));
  }

  /** What the run's stream tells, without the places. */
  List<RunSignal.Type> signals(Run run) {
    return stream(run).stream().map(it -> it.signal().type()).toList();
  }

  /** What the run's stream says together. */
  String text(Run run) {
    return stream(run).stream()
        .filter(it -> it.signal().type() == RunSignal.Type.DELTA)
        .map(it -> String.valueOf(it.signal().data().get("content")))
        .collect(Collectors.joining());
  }

  /** The types of the events about the run, in order. */
  List<String> events(Run run) {
    return ground.talks().events().all().stream()
        .filter(it -> it.subject().id().equals(run.id().value()))
        .map(DomainEvent::type)
        .toList();
  }

  private RunAccess access() {
    return new RunAccess(conversations(), runs());
  }

  private RunLaunch launch(RunDesk desk) {
    return new RunLaunch(unitOfWork(), runs(), questions(), budget(), desk, clock);
  }

  private RunRoom room() {
    return new RunRoom(runs(), budget(), clock);
  }

  private RunQuestion question() {
    return new RunQuestion(record(), messages());
  }

  private BrowseConversations conversations() {
    return new BrowseConversationsHandler(
        conversationAccess(),
        new KnownWorkspaces(ground.talks()),
        ground.talks().readModel(),
        new MyView(ground.talks().readModel()));
  }

  private ConversationAccess conversationAccess() {
    return new ConversationAccess(
        maybeLate(Conversations.class, ground.talks().conversations()),
        ground.talks().memberships());
  }

  private <P> P maybeLate(Class<P> port, P adapter) {
    return late == null ? adapter : late.of(port, adapter);
  }
}
