package dev.colloquy.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.shared.domain.DomainException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ModelValuesTest {

  private static final UUID ID = UUID.randomUUID();

  private static ModelEndpoint endpoint(ProviderKey key) {
    return new ModelEndpoint(
        new ProviderId(ID),
        1,
        ProviderKind.OPENAI,
        Optional.empty(),
        Optional.of(key),
        Dialect.usual(ProviderKind.OPENAI),
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,1.5,1000,1000,2.000000",
    "0.5,1.5,1,1,0.002000",
    "0.0005,0,1,0,0.000001",
    "0.0004,0,1,0,0.000000",
    "3,5,0,0,0.000000"
  })
  void costsByTheThousandRoundedToSixDecimals(
      BigDecimal input, BigDecimal output, long read, long written, BigDecimal cost) {
    assertThat(new Price(input, output).of(new TokenUsage(read, written))).isEqualTo(cost);
  }

  @Test
  void countsTokensFromZero() {
    assertThat(new TokenUsage(1, 2).plus(new TokenUsage(3, 4))).isEqualTo(new TokenUsage(4, 6));
    assertThat(TokenUsage.NONE.plus(TokenUsage.NONE)).isEqualTo(TokenUsage.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenUsage(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenUsage(0, -1));
  }

  @Test
  void showsNothingOfAKeyButItsEnd() {
    ProviderKey key = new ProviderKey("sk-0123456789abcdefWXYZ");

    assertThat(key.hint()).isEqualTo("WXYZ");
    assertThat(key.toString()).isEqualTo("ProviderKey[…WXYZ]");
    assertThat(endpoint(key).toString()).doesNotContain("0123").doesNotContain("sk-");
  }

  @Test
  void showsNothingOfAShortKey() {
    assertThat(new ProviderKey("fifteen-letters").hint()).isEmpty();
    assertThat(new ProviderKey("fifteen-letters").toString()).doesNotContain("tters");
    assertThat(new ProviderKey("sixteen--letters").hint()).isEqualTo("ters");
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void speaksToEachKindAsItUnderstands(ProviderKind kind) {
    Dialect dialect = Dialect.usual(kind);

    boolean first = kind == ProviderKind.OPENAI;
    assertThat(dialect.maxTokensField()).isEqualTo(first ? "max_completion_tokens" : "max_tokens");
    assertThat(dialect.developerRole()).isEqualTo(first);
    assertThat(dialect.streamOptions()).isTrue();
    assertThat(dialect.headers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void triesAgainOnlyWhatMayComeToSomething(Fault fault) {
    Set<Fault> passing =
        EnumSet.of(Fault.RATE_LIMITED, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.BROKEN);

    assertThat(fault.isTransient()).isEqualTo(passing.contains(fault));
  }

  @Test
  void failsWithASentenceOfItsOwnAndNothingElse() {
    ModelCallFailed failure =
        new ModelCallFailed(Fault.RATE_LIMITED, "Wait.", Optional.of(Duration.ofSeconds(3)));

    assertThat(failure.fault()).isEqualTo(Fault.RATE_LIMITED);
    assertThat(failure.sentence()).isEqualTo("Wait.");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(failure).hasNoCause();
    assertThat(new ModelCallFailed(Fault.TIMEOUT, "Silence.").retryAfter()).isEmpty();
  }

  @Test
  void refusesWhereThereIsNoModel() {
    assertThat(new ModelException.NoModel().code()).isEqualTo("NO_MODEL");
    assertThat(new ModelException.NoModel().kind()).isEqualTo(DomainException.Kind.CONFLICT);
  }

  @Test
  void isNotChangedThroughWhatItWasMadeOf() {
    List<ToolRequest> asked = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    Map<String, String> headers = new HashMap<>();
    Set<Capability> capabilities = new HashSet<>();
    Turn.Answered answered = new Turn.Answered("Hm", asked);
    ModelCall call =
        new ModelCall(
            endpoint(new ProviderKey("k")),
            "m",
            turns,
            new ArrayList<>(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1));
    Dialect dialect = new Dialect("max_tokens", false, false, headers);
    Model model =
        new Model(
            new ModelId(ID),
            new ProviderId(ID),
            "m",
            "M",
            0,
            10,
            5,
            new Price(BigDecimal.ONE, BigDecimal.ONE),
            capabilities,
            1,
            true,
            ModelStatus.ACTIVE);

    asked.add(new ToolRequest("1", "clock", "{}"));
    turns.add(new Turn.Asked("Hm?"));
    headers.put("x", "y");
    capabilities.add(Capability.TOOLS);

    assertThat(answered.tools()).isEmpty();
    assertThat(call.turns()).isEmpty();
    assertThat(call.tools()).isEmpty();
    assertThat(dialect.headers()).isEmpty();
    assertThat(model.capabilities()).isEmpty();
  }

  @Test
  void isWrittenByItsIdAlone() {
    assertThat(new ModelId(ID)).hasToString(ID.toString());
    assertThat(new ProviderId(ID)).hasToString(ID.toString());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void blamesTheQuestionOnlyWhereTheProviderDoes(Fault fault) {
    ModelException told = ModelException.of(new ModelCallFailed(fault, "It went wrong."));

    boolean refused = fault == Fault.REFUSED;
    assertThat(told.code()).isEqualTo(refused ? "MODEL_REFUSED" : "MODEL_FAILED");
    assertThat(told.kind())
        .isEqualTo(refused ? DomainException.Kind.INVALID : DomainException.Kind.UNAVAILABLE);
    assertThat(told.detail()).isEqualTo("It went wrong.");
  }
}
