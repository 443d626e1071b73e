package dev.colloquy.shared.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What tells clients apart that have not said who they are: the address, or of an IPv6 address its
 * first 64 bits, for whoever has one has 2^64 of them.
 */
public final class ClientNetwork {

  private static final Pattern COLON = Pattern.compile(":");
  private static final int NETWORK_GROUPS = 4;

  /** How an IPv4 address begins that is written as one of IPv6. */
  private static final String MAPPED = "::ffff:";

  private ClientNetwork() {}

  /**
   * The groups of an IPv6 network are written without leading zeros, each with its colon. An IPv4
   * address that is written as one of IPv6 ({@code ::ffff:192.0.2.1}) is what it was.
   */
  public static String of(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.indexOf(':') < 0) {
      return address;
    }
    if (lower.startsWith(MAPPED) && lower.indexOf('.') > 0) {
      return lower.substring(MAPPED.length());
    }
    StringBuilder network = new StringBuilder();
    String[] groups = COLON.split(expanded(lower), -1);
    for (int i = 0; i < Math.min(NETWORK_GROUPS, groups.length); i++) {
      network.append(groups[i].replaceFirst("^0+(?=.)", "")).append(':');
    }
    return network.toString();
  }

  /** Writes out the zeros that {@code ::} stands for. */
  private static String expanded(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return address;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    long present = groups(before) + groups(after);
    String zeros = "0:".repeat((int) Math.max(0, 8 - present));
    return (before.isEmpty() ? "" : before + ":") + zeros + after;
  }

  private static long groups(String part) {
    return part.isEmpty() ? 0 : part.chars().filter(c -> c == ':').count() + 1;
  }
}
