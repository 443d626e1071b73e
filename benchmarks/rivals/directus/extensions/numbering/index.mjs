// What Colloquy does with a message, as a hook in Directus' own transaction: only participants post, messages
// are numbered, an event is kept, a repeated key is refused by its unique index.
export default ({ filter, action }) => {
  filter('message.items.create', async (message, meta, { database, accountability }) => {
    const [conversation] = await database('conversation')
      .where({ id: message.conversation })
      .whereExists(
        database('participant')
          .whereRaw('participant.conversation = conversation.id')
          .where({ user: accountability.user }),
      )
      .update({ last_seq: database.raw('last_seq + 1'), updated_at: database.fn.now() })
      .returning('last_seq');
    if (!conversation) {
      throw new Error('no such conversation');
    }
    const { key, ...rest } = message;
    await database('idempotency').insert({ user: accountability.user, key, created_at: database.fn.now() });
    await database('event').insert({
      type: 'message.created',
      conversation: message.conversation,
      data: JSON.stringify({ seq: conversation.last_seq, content: message.content }),
      occurred_at: database.fn.now(),
    });
    return { ...rest, seq: conversation.last_seq, sender: accountability.user, sent_at: new Date() };
  });
};
