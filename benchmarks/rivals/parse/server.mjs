// Parse Server as its guide sets it up, doing what Colloquy does with a message: only who may see a
// conversation reads and posts there, messages are numbered, an event is kept, a repeated request is refused.
import express from 'express';
import { ParseServer } from 'parse-server';

const port = Number(process.env.PORT);

async function number(request) {
  const message = request.object;
  if (!message.isNew() || request.master) {
    return;
  }
  // with the caller's own token: whoever may not see the conversation does not find it
  const conversation = await new Parse.Query('Conversation').get(message.get('conversation').id, {
    sessionToken: request.user.getSessionToken(),
  });
  conversation.increment('lastSeq');
  await conversation.save({}, { useMasterKey: true });
  message.set('seq', conversation.get('lastSeq'));
  message.set('sender', request.user);
  message.setACL(conversation.getACL());
}

async function tell(request) {
  const message = request.object;
  if (message.existed() || request.master) {
    return;
  }
  const event = new Parse.Object('Event');
  event.set('type', 'message.created');
  event.set('conversation', message.get('conversation'));
  event.set('data', { message: message.id, seq: message.get('seq'), content: message.get('content') });
  event.setACL(message.getACL());
  await event.save({}, { useMasterKey: true });
}

const members = { requiresAuthentication: true };
const rights = { get: members, find: members, create: members };
const conversation = { type: 'Pointer', targetClass: 'Conversation' };
const definitions = [
  { className: 'Conversation', fields: { lastSeq: { type: 'Number' } }, classLevelPermissions: rights },
  {
    className: 'Message',
    fields: {
      conversation,
      seq: { type: 'Number' },
      content: { type: 'String' },
      sender: { type: 'Pointer', targetClass: '_User' },
    },
    indexes: { place: { conversation: 1, seq: 1 } },
    classLevelPermissions: rights,
  },
  {
    className: 'Event',
    fields: { conversation, type: { type: 'String' }, data: { type: 'Object' } },
    classLevelPermissions: { get: members, find: members },
  },
];

const server = new ParseServer({
  appId: 'benchmark',
  masterKey: process.env.MASTER_KEY,
  databaseURI: process.env.DATABASE_URI,
  serverURL: `http://127.0.0.1:${port}/parse`,
  directAccess: true,
  cloud: () => {
    Parse.Cloud.beforeSave('Message', number);
    Parse.Cloud.afterSave('Message', tell);
  },
  schema: { definitions },
  idempotencyOptions: { paths: ['classes/Message'], ttl: 86400 },
  logLevel: 'error',
  silent: true,
  logsFolder: null,
});
await server.start();
const app = express();
app.use('/parse', server.app);
app.get('/', (request, answer) => answer.send('ready'));
app.listen(port, '127.0.0.1');
