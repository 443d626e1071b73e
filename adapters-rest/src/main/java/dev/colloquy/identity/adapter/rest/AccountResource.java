package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.DeleteAccount;
import dev.colloquy.identity.domain.port.in.EditAccount;
import dev.colloquy.identity.domain.port.in.EditAccount.PreferencesCommand;
import dev.colloquy.identity.domain.port.in.EditAccount.ProfileCommand;
import dev.colloquy.identity.domain.port.in.ReadAccount;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Precondition;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own account. Its preferences share the account's version. */
@Path("/api/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
final class AccountResource {

  private final ReadAccount read;
  private final EditAccount edit;
  private final DeleteAccount delete;
  private final Caller caller;

  AccountResource(ReadAccount read, EditAccount edit, DeleteAccount delete, Caller caller) {
    this.read = read;
    this.edit = edit;
    this.delete = delete;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Read my account")
  public CompletionStage<RestResponse<UserView>> get() {
    return read.handle(caller.actor()).thenApply(AccountResource::shown);
  }

  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(summary = "Change my profile", description = "A merge patch (RFC 7396).")
  public CompletionStage<RestResponse<UserView>> change(ProfilePatchRequest request) {
    return edit.edit(
            new ProfileCommand(caller.actor(), request.patch()::applyTo, caller.precondition()))
        .thenApply(AccountResource::shown);
  }

  @DELETE
  @Operation(
      summary = "Delete my account",
      description = "Not while it owns a workspace that is not deleted.")
  public CompletionStage<RestResponse<Void>> delete() {
    return delete
        .handle(new DeleteAccount.Command(caller.actor(), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  @GET
  @Path("preferences")
  @Operation(summary = "Read my preferences")
  public CompletionStage<RestResponse<Map<String, @Nullable Object>>> preferences() {
    return read.handle(caller.actor()).thenApply(AccountResource::preferencesOf);
  }

  @PUT
  @Path("preferences")
  @Operation(
      summary = "Replace my preferences",
      description = "Any JSON object of at most 16 KiB and 8 levels.")
  public CompletionStage<RestResponse<Map<String, @Nullable Object>>> replacePreferences(
      PreferencesRequest request) {
    Precondition precondition = caller.requirePrecondition();
    return edit.replacePreferences(
            new PreferencesCommand(caller.actor(), request.preferences(), precondition))
        .thenApply(AccountResource::preferencesOf);
  }

  private static RestResponse<UserView> shown(User user) {
    return Answers.ok(UserView.of(user), user.version());
  }

  private static RestResponse<Map<String, @Nullable Object>> preferencesOf(User user) {
    return Answers.ok(user.preferences().values(), user.version());
  }
}
