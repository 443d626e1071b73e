/**
 * The edge's common ground: reading bodies strictly, rendering problems, authentication.
 *
 * <p>A resource of any context reads like this. It throws nothing itself: refusals of values,
 * handlers and headers become problems on their own. Its methods are public, or REST ignores them;
 * the class need not be.
 *
 * {@snippet :
 * @Path("/api/v1/notes")
 * @Produces(MediaType.APPLICATION_JSON) // or Accept: text/html gets what toString() says
 * @Tag(name = "Notes")
 * final class NoteResource {
 *
 *   // fields and a constructor that takes: the in-ports, Caller caller, Idempotency once
 *
 *   @GET
 *   @Path("{id}")
 *   public CompletionStage<RestResponse<NoteView>> read(@PathParam("id") String id) {
 *     return browse
 *         .get(caller.actor(), Query.pathId("note", id, NoteId::new))
 *         .thenApply(note -> Answers.ok(NoteView.of(note), note.version()));
 *   }
 *
 *   @GET
 *   public CompletionStage<PageView<NoteView>> list(
 *       @Nullable @QueryParam("status") String status,
 *       @Nullable @QueryParam("limit") String limit,
 *       @Nullable @QueryParam("cursor") String cursor) {
 *     Paging paging = caller.paging(limit, cursor, status); // every filter, or cursors mix them up
 *     return browse
 *         .list(
 *             caller.actor(),
 *             Query.oneOf("status", status, NoteStatus.class),
 *             paging.request())
 *         .thenApply(page -> paging.view(page, NoteView::of));
 *   }
 *
 *   @POST
 *   @APIResponseSchema(value = NoteView.class, responseCode = "201")
 *   public CompletionStage<Response> create(CreateNoteRequest request) {
 *     CreateNote.Command command = request.command(caller.actor());
 *     return once.perform(
 *         () -> create.handle(command),
 *         note -> Answers.created("/api/v1/notes/" + note.id(), NoteView.of(note), note.version()));
 *   }
 *
 *   @PATCH
 *   @Path("{id}")
 *   @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
 *   public CompletionStage<RestResponse<NoteView>> change(
 *       @PathParam("id") String id, ChangeNoteRequest request) {
 *     return change
 *         .handle(
 *             request.command(
 *                 caller.actor(),
 *                 Query.pathId("note", id, NoteId::new),
 *                 caller.precondition())) // PUT: requirePrecondition()
 *         .thenApply(note -> Answers.ok(NoteView.of(note), note.version()));
 *   }
 * }
 *
 * record CreateNoteRequest(
 *     @Schema(implementation = String.class, minLength = 1, maxLength = 100) Title title,
 *     @Schema(implementation = String.class) Optional<Author> author,
 *     @Schema(implementation = Object.class) Metadata metadata)
 *     implements JsonBody {
 *
 *   static CreateNoteRequest from(Fields fields) {
 *     return new CreateNoteRequest(
 *         fields.required("title", Title::new),
 *         fields.optional("author", Json.id(Author::new)),
 *         fields.metadata());
 *   }
 * }
 *
 * record ChangeNoteRequest(Optional<Title> title, Patch<Instant> dueAt) implements JsonBody {
 *
 *   static ChangeNoteRequest from(Fields fields) {
 *     return new ChangeNoteRequest(
 *         fields.change("title", Title::new), // null is refused
 *         fields.patch("due_at", Json.instant())); // null takes it away
 *   }
 * }
 * }
 *
 * <p>Views are records of JDK types; they are written in snake case, with their nulls, and times as
 * {@code Times} formats them. What needs nobody logged in stands in {@code PublicRoutes} and takes
 * {@code caller.origin()} only.
 */
@NullMarked
package dev.colloquy.shared.adapter.rest;

import org.jspecify.annotations.NullMarked;
