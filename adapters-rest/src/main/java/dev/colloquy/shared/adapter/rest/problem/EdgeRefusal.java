package dev.colloquy.shared.adapter.rest.problem;

/** What HTTP itself refuses, before any context hears of the request. */
public enum EdgeRefusal {
  METHOD_NOT_ALLOWED(405, "This resource does not know the method."),
  NOT_ACCEPTABLE(406, "There is no representation that Accept allows; ask for application/json."),
  URI_TOO_LONG(414, "The URI has more than 8192 characters."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "The body's Content-Type or Content-Encoding is not one that this route reads."),
  HEADERS_TOO_LARGE(431, "The headers have more than 16384 bytes."),
  UNKNOWN_ERROR(500, "Something went wrong here; the log names it by the request id.");

  private final int status;
  private final String detail;

  EdgeRefusal(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  String detail() {
    return detail;
  }
}
