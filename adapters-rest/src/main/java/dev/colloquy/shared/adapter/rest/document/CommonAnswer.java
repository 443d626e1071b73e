package dev.colloquy.shared.adapter.rest.document;

/** The problems that operations of one kind have in common. */
enum CommonAnswer {
  MALFORMED_REQUEST(400, "The request, a parameter or a header cannot be read."),
  UNAUTHENTICATED(401, "No credential, or one that is not good."),
  ACCESS_DENIED(403, "The caller may not do this."),
  NOT_FOUND(404, "There is no such thing."),
  NOT_ACCEPTABLE(406, "Accept excludes what is answered."),
  CONFLICT(
      409,
      "What is stored stands against it: it is archived, a value is taken, another command was"
          + " first, a request with the same Idempotency-Key still runs."),
  PRECONDITION_FAILED(412, "If-Match names another version."),
  PAYLOAD_TOO_LARGE(413, "The body is larger than 2 MiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is no JSON, or compressed."),
  VALIDATION_ERROR(
      422,
      "Values are not valid; errors names all of them. Or the Idempotency-Key was used for another"
          + " request."),
  PRECONDITION_REQUIRED(428, "If-Match is missing."),
  TOO_MANY_REQUESTS(429, "Too often; see Retry-After."),
  UNKNOWN_ERROR(500, "A fault of the server's."),
  UNAVAILABLE(503, "The server or its database is not available; see Retry-After.");

  private final int status;
  private final String description;

  CommonAnswer(int status, String description) {
    this.status = status;
    this.description = description;
  }

  String status() {
    return Integer.toString(status);
  }

  String description() {
    return description;
  }

  boolean appliesTo(Traits operation) {
    return switch (this) {
      case MALFORMED_REQUEST, NOT_ACCEPTABLE, UNKNOWN_ERROR, UNAVAILABLE -> true;
      // login and its like refuse passwords and tokens in bodies
      case UNAUTHENTICATED, ACCESS_DENIED -> operation.needsSomebody() || operation.isLimited();
      case NOT_FOUND -> operation.namesSomething();
      case CONFLICT -> operation.changes();
      case PRECONDITION_FAILED -> operation.isConditional();
      case PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> operation.hasBody();
      case VALIDATION_ERROR -> operation.hasBody() || operation.isOnce();
      case PRECONDITION_REQUIRED -> operation.mustBeConditional();
      case TOO_MANY_REQUESTS -> operation.isLimited();
    };
  }
}
