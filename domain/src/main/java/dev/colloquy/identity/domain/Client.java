package dev.colloquy.identity.domain;

/**
 * The program somebody logs in with, as far as it tells.
 *
 * @param address the network address it called from
 * @param userAgent what it calls itself; cut to {@value #MAX_USER_AGENT} characters, may be empty
 */
public record Client(String address, String userAgent) {

  public static final int MAX_USER_AGENT = 300;

  public Client {
    if (userAgent.length() > MAX_USER_AGENT) {
      userAgent = userAgent.substring(0, MAX_USER_AGENT);
    }
  }
}
