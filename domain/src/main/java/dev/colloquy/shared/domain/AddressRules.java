package dev.colloquy.shared.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where Colloquy may go on the word of somebody who does not run the machine: to public addresses,
 * and to the hosts that the operator names. It guards against requests that are forged on the
 * server's side (OWASP API7:2023).
 *
 * <p>Whoever calls resolves the name once, has what came of it checked here, connects to exactly
 * one of those addresses, and has each redirect checked anew.
 *
 * @param allowed the operator's hosts, as {@link #normalized}; whatever they resolve to is fine
 */
public record AddressRules(Set<String> allowed) {

  /** Letters, digits and hyphens (RFC 1123); underscores, for they occur. */
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

  /** Four numbers up to 255, in decimal and without leading zeros: all else is read variously. */
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  /**
   * Names that mean this machine or this network wherever they are asked (RFC 6761, 6762, 8375).
   */
  private static final Set<String> LOCAL_ENDINGS =
      Set.of("localhost", "local", "internal", "home.arpa");

  private static final int LONGEST_NAME = 253;

  public AddressRules {
    allowed = Set.copyOf(allowed);
  }

  /**
   * The rules where the operator names these hosts.
   *
   * @throws InvalidValue where one is neither a name nor an address
   */
  public static AddressRules allowing(Collection<String> hosts) {
    return new AddressRules(
        hosts.stream().map(AddressRules::normalized).collect(Collectors.toSet()));
  }

  /** Whether it is one of the operator's. */
  public boolean isAllowed(String host) {
    return allowed.contains(lowered(host));
  }

  /**
   * Whether a host may be called as far as its writing goes: what its name resolves to is for
   * {@link #admits}.
   */
  public boolean mayName(String host) {
    if (isAllowed(host)) {
      return true;
    }
    String name = lowered(host);
    return isWritten(name)
        && literal(name).map(PublicAddresses::contain).orElseGet(() -> isPublicName(name));
  }

  /**
   * Whether a host may be called at what it was resolved to; one address that is not public refuses
   * them all, and so does none.
   */
  public boolean admits(String host, List<InetAddress> resolved) {
    return !resolved.isEmpty()
        && mayName(host)
        && (isAllowed(host) || resolved.stream().allMatch(PublicAddresses::contain));
  }

  private static String normalized(String host) {
    String name = lowered(host);
    if (!isWritten(name)) {
      throw new InvalidValue("must be names or addresses of hosts, without ports");
    }
    return name;
  }

  /** As it is compared: in lower case, an address of IPv6 without its brackets. */
  private static String lowered(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.startsWith("[") && name.endsWith("]") && name.contains(":")
        ? name.substring(1, name.length() - 1)
        : name;
  }

  /** Whether everybody who reads it reads the same. */
  private static boolean isWritten(String name) {
    if (name.contains(":")) {
      return literal(name).isPresent();
    }
    List<String> labels = List.of(name.split("\\.", -1));
    boolean aName =
        name.length() <= LONGEST_NAME && labels.stream().allMatch(LABEL.asMatchPredicate());
    return aName
        && (!Character.isDigit(labels.getLast().charAt(0)) || DOTTED_QUAD.matcher(name).matches());
  }

  private static Optional<InetAddress> literal(String name) {
    boolean six = IPV6.matcher(name).matches();
    if (!six && !DOTTED_QUAD.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(name);
      // an address of IPv4 in IPv6's clothes has a plain form, which is to be used
      return Optional.of(address).filter(it -> !(six && it instanceof Inet4Address));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean isPublicName(String name) {
    return name.contains(".")
        && LOCAL_ENDINGS.stream().noneMatch(it -> name.equals(it) || name.endsWith("." + it));
  }
}
