package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.Role;
import java.util.Set;

/** An actor towards a conversation: what he is there decides what he may ask of it. */
public record Standing(Conversation conversation, Actor.OfUser actor, Set<Role> roles) {

  public Standing {
    roles = Set.copyOf(roles);
  }

  /** Fails with {@link AccessDenied} unless the actor has the right here. */
  public Standing demand(ConversationRight right) {
    demandScope(actor, right);
    if (!right.belongsTo(roles)) {
      throw right == ConversationRight.MANAGE && ConversationRight.WRITE.belongsTo(roles)
          ? new AccessDenied("Only who started this conversation may do this.")
          : notParticipant();
    }
    return this;
  }

  /** Fails with {@link AccessDenied} where an API key lacks the right's scope. */
  public static void demandScope(Actor.OfUser actor, ConversationRight right) {
    if (!actor.has(right.scope())) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
  }

  /** The refusal for somebody who has no part in a conversation. */
  public static AccessDenied notParticipant() {
    return new AccessDenied("You do not take part in this conversation.");
  }
}
