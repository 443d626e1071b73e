--liquibase formatted sql

--changeset conversation:001-conversation
create table conversation (
  id                uuid primary key,
  workspace_id      uuid not null references workspace (id) on delete cascade,
  created_by        uuid not null references users (id),
  topic             text not null check (char_length(topic) between 1 and 200),
  modality          text not null check (char_length(modality) between 1 and 50),
  metadata          jsonb not null check (jsonb_typeof(metadata) = 'object'),
  status            text not null check (status in ('active', 'archived', 'deleted')),
  forked_from_id    uuid,
  forked_from_seq   bigint check (forked_from_seq >= 0),
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  deleted_at        timestamptz,
  version           bigint not null check (version > 0),
  -- What refers to a conversation names its workspace too, so that no reference leaves it.
  constraint conversation_in_workspace unique (id, workspace_id),
  constraint conversation_forked_whole check (forked_from_id is null or forked_from_seq is not null),
  constraint conversation_forked_within_workspace
    foreign key (forked_from_id, workspace_id) references conversation (id, workspace_id)
    on delete set null (forked_from_id),
  constraint conversation_deleted_at check ((deleted_at is not null) = (status = 'deleted'))
);

create index conversation_of_workspace on conversation (workspace_id, id)
  where status <> 'deleted';
create index conversation_forks on conversation (forked_from_id)
  where forked_from_id is not null;

--changeset conversation:001-head
--comment What every message changes, apart from what people edit. No index on anything that a
--comment message changes: so an append rewrites this row within its page.
create table conversation_head (
  conversation_id uuid primary key references conversation (id) on delete cascade,
  last_seq        bigint not null check (last_seq >= 0),
  message_count   bigint not null check (message_count >= 0),
  last_active_at  timestamptz not null,
  -- Neither the conversation nor its workspace is archived or deleted.
  writable        boolean not null
) with (fillfactor = 50);

--changeset conversation:001-participant
create table participant (
  conversation_id uuid not null,
  user_id         uuid not null,
  workspace_id    uuid not null,
  joined_at       timestamptz not null,
  -- The order within one instant.
  place           int not null,
  primary key (conversation_id, user_id),
  constraint participant_within_workspace
    foreign key (conversation_id, workspace_id) references conversation (id, workspace_id)
    on delete cascade,
  constraint participant_is_member
    foreign key (workspace_id, user_id) references workspace_member (workspace_id, user_id)
);

create index participant_of_user on participant (user_id, workspace_id, conversation_id);
create index participant_of_member on participant (workspace_id, user_id);

--changeset conversation:001-message
create table message (
  conversation_id uuid not null references conversation_head (conversation_id) on delete cascade,
  seq             bigint not null check (seq > 0),
  id              uuid not null,
  sender          text not null check (sender in ('user', 'agent')),
  sender_id       uuid not null,
  role            text not null check (role in ('user', 'assistant', 'system', 'tool')),
  content         text check (octet_length(content) between 1 and 262144),
  "timestamp"     timestamptz not null,
  parent_id       uuid,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  superseded_by   uuid,
  run_id          uuid,
  token_count     int check (token_count >= 0),
  metadata        jsonb not null check (jsonb_typeof(metadata) = 'object'),
  version         bigint not null check (version > 0),
  primary key (conversation_id, seq),
  constraint message_id unique (id, conversation_id),
  constraint message_parent_in_conversation
    foreign key (parent_id, conversation_id) references message (id, conversation_id),
  constraint message_superseded_in_conversation
    foreign key (superseded_by, conversation_id) references message (id, conversation_id),
  constraint message_deleted_is_empty check ((deleted_at is null) = (content is not null))
);

--changeset conversation:001-revision
create table message_revision (
  message_id      uuid not null,
  conversation_id uuid not null,
  version         bigint not null check (version > 0),
  content         text not null,
  replaced_at     timestamptz not null,
  primary key (message_id, version),
  constraint revision_of_message
    foreign key (message_id, conversation_id) references message (id, conversation_id)
    on delete cascade
);

--changeset conversation:001-feedback
create table message_feedback (
  message_id      uuid not null,
  conversation_id uuid not null,
  user_id         uuid not null references users (id),
  rating          smallint not null check (rating between 1 and 5),
  comment         text check (char_length(comment) between 1 and 2000),
  given_at        timestamptz not null,
  primary key (message_id, user_id),
  constraint feedback_on_message
    foreign key (message_id, conversation_id) references message (id, conversation_id)
    on delete cascade
);

--changeset conversation:001-read-marker
create table read_marker (
  conversation_id uuid not null references conversation (id) on delete cascade,
  user_id         uuid not null references users (id),
  seq             bigint not null check (seq >= 0),
  primary key (conversation_id, user_id)
);

--changeset conversation:001-typing
--comment When somebody was last told to be typing; worth nothing after a crash.
create unlogged table typing_signal (
  conversation_id uuid not null,
  user_id         uuid not null,
  signalled_at    timestamptz not null,
  primary key (conversation_id, user_id)
);

--changeset conversation:001-default
--comment Where a user's input goes that names no conversation.
create table default_conversation (
  user_id         uuid primary key references users (id),
  conversation_id uuid not null references conversation (id) on delete cascade
);

create index default_conversation_is on default_conversation (conversation_id);

--changeset conversation:001-search
--comment The words as they are, for languages mix within a conversation. An index on the expression
--comment keeps the rows, which lists read, free of them.
create index message_words on message
  using gin (to_tsvector('simple', left(coalesce(content, ''), 100000)));
create index conversation_words on conversation using gin (to_tsvector('simple', topic));
