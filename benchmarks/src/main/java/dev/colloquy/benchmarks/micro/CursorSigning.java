package dev.colloquy.benchmarks.micro;

import dev.colloquy.shared.adapter.rest.page.CursorCodec;
import dev.colloquy.shared.domain.Cursor;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a page pays so that its cursor cannot be made up, and what the next page pays to believe.
 */
@State(Scope.Thread)
public class CursorSigning {

  private static final List<String> BINDING =
      List.of("messages", "0199c000-0000-7000-8000-100000000001", "reader", "");

  private final CursorCodec codec = new CursorCodec(new byte[32]);
  private final Cursor cursor = new Cursor("before:123456");
  private final String signed = codec.sign(cursor, BINDING);

  @Benchmark
  public String sign() {
    return codec.sign(cursor, BINDING);
  }

  @Benchmark
  public Cursor verify() {
    return codec.verify(signed, BINDING);
  }
}
