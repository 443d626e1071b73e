package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against two tokenizers of OpenAI's: an older one with few words, and a newer one. */
final class TokenEstimateTest {

  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
  private static final Encoding OLDER = REGISTRY.getEncoding(EncodingType.CL100K_BASE);
  private static final Encoding NEWER = REGISTRY.getEncoding(EncodingType.O200K_BASE);

  private static int counted(String text) {
    return Math.max(OLDER.countTokensOrdinary(text), NEWER.countTokensOrdinary(text));
  }

  /** Not below what is counted, and not absurdly beyond it. */
  private static void suits(String text) {
    assertThat(TokenEstimate.of(text))
        .as(text)
        .isBetween((long) counted(text), 5L * counted(text) / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The baker waits all night, because good bread needs time. She has done so for years.",
        "Die Bäckerei öffnet früh, und der Teig hat über Nacht geruht, damit das Brot aufgeht.",
        "L'été dernier, nous avons préparé une pâte à pain très hydratée, levée toute la nuit.",
        "El pan necesita tiempo para que la masa suba, y el panadero espera con paciencia.",
        "O pão precisa de tempo para que a massa cresça, e o padeiro espera a noite inteira.",
        "Il pane ha bisogno di tempo perché l'impasto lieviti, e il fornaio aspetta tutta la notte.",
        "Chleb potrzebuje czasu, żeby ciasto mogło wyrosnąć, a piekarz musi czekać całą noc.",
        "Chléb potřebuje čas, aby těsto vykynulo, a pekař musí trpělivě čekat celou noc.",
        "Ekmeğin hamurunun kabarması için zamana ihtiyacı vardır ve fırıncı sabırla bekler.",
        "Leipä tarvitsee aikaa, jotta taikina ehtii kohota, ja leipuri odottaa koko yön.",
        "Bánh mì cần thời gian để bột nở, và người thợ làm bánh phải kiên nhẫn chờ đợi.",
        "Хлебу нужно время, чтобы тесто поднялось, а пекарь должен терпеливо ждать всю ночь.",
        "Хлібу потрібен час, щоб тісто піднялося, а пекар мусить терпляче чекати всю ніч.",
        "Το ψωμί χρειάζεται χρόνο για να φουσκώσει η ζύμη και ο φούρναρης περιμένει.",
        "הלחם זקוק לזמן כדי שהבצק יתפח, והאופה חייב לחכות בסבלנות כל הלילה.",
        "يحتاج الخبز إلى وقت حتى يختمر العجين، ويجب على الخباز أن ينتظر طوال الليل.",
        "نان برای ور آمدن خمیر به زمان نیاز دارد و نانوا باید تمام شب صبورانه منتظر بماند.",
        "रोटी को समय चाहिए ताकि आटा फूल सके और बेकर को पूरी रात इंतज़ार करना पड़ता है।",
        "রুটির জন্য সময় দরকার যাতে ময়দা ফুলে ওঠে এবং বেকারকে অপেক্ষা করতে হয়।",
        "ขนมปังต้องใช้เวลาเพื่อให้แป้งขึ้นและคนทำขนมปังต้องรออย่างอดทนตลอดทั้งคืน",
        "面包需要时间让面团发酵，面包师必须耐心等待整个晚上。",
        "パンには生地が膨らむ時間が必要で、パン職人は一晩中待たなければなりません。",
        "빵은 반죽이 부풀 시간이 필요하고 제빵사는 밤새 기다려야 합니다."
      })
  void isNotBelowWhatProseTakes(String prose) {
    suits(prose);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public static void main(String[] args) {\n    System.out.println(\"Hello\");\n}\n",
        "def train(model, x_batch, lr=1e-3):\n    loss = model(x_batch).mean()\n",
        "select id, name from provider where status = 'active' order by created_at limit 10;",
        "{\"id\":\"0199c7a3-0059-7a00-8000-000000000000\",\"ok\":true,\"n\":[1,2,3.5],\"x\":null}",
        "<a href=\"https://example.com/a?b=c&d=12#x\" class=\"card\">Link</a>",
        "\tat dev.colloquy.run.application.RunModel.answer(RunModel.java:82)\n",
        "| a | b |\n|---|---|\n| 1 | **two** |\n\n* `x` and [y](z.md)\n",
        "12.5,17.25,2026-01-01,ok,0.001\n12.5,17.25,2026-01-02,no,-0.002\n",
        "∀x∈ℝ: ∃y ≥ 0 ∧ √(x²+y²) ≤ ∑∫∂Δ ⇒ ⟨φ|ψ⟩ ⊗ ℏ",
        "👩‍🍳 bakes 🍞🥖🥐 for 👨‍👩‍👧‍👦!"
      })
  void isNotBelowWhatCodeAndDataTake(String code) {
    suits(code);
  }

  @Test
  void isNotBelowWhatTakesMoreThanItLooks() {
    Random random = new Random(7);
    byte[] bytes = new byte[3_000];
    random.nextBytes(bytes);

    suits(Base64.getEncoder().encodeToString(bytes));
    suits(HexFormat.of().formatHex(bytes));
    suits(
        IntStream.range(0, 100)
            .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()).toString())
            .collect(Collectors.joining("\n")));
    suits(
        IntStream.range(0, 3_000)
            .mapToObj(i -> Character.toString(33 + random.nextInt(94)))
            .collect(Collectors.joining()));
    suits(
        random
            .ints(500, 0, 1_000_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"'',0", "a,1", "abc,1", "abcd,2", "' a',1", "' 1',2", "'a ',1", "aB,3", "日本語,6"})
  void countsRunsOfOneKind(String text, int tokens) {
    assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
  }

  @Test
  void isAFewTokensMoreForManySpacesAndNotOneEach() {
    assertThat(TokenEstimate.of(" ".repeat(160) + "x")).isBetween(2L, 20L);
  }

  @Test
  void takesHalfCharactersToo() {
    assertThat(TokenEstimate.of("\ud83d")).isEqualTo(3);
  }
}
