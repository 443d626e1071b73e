--liquibase formatted sql

--changeset event:001-outbox
--comment What writers leave in their own transactions; the sequencer moves it into the feed.
create table outbox (
  -- Handed out one by one: a cache would give one conversation's later event a smaller id.
  id              bigint generated always as identity (cache 1) primary key,
  event_id        uuid not null,
  type            text not null,
  version         int not null,
  occurred_at     timestamptz not null,
  actor_kind      text not null check (actor_kind in ('person', 'key', 'agent', 'system')),
  actor_id        uuid,
  workspace_id    uuid,
  conversation_id uuid,
  subject_type    text not null,
  subject_id      uuid not null,
  correlation_id  uuid not null,
  audience        text not null
                  check (audience in ('user', 'participants', 'members', 'administrators', 'nobody')),
  audience_id     uuid,
  address         text not null,
  request_hash    text not null,
  duration_us     bigint not null,
  data            jsonb not null,
  constraint outbox_audience_named
    check ((audience_id is not null) = (audience in ('user', 'participants', 'members')))
) with (
  -- It is emptied as fast as it fills, so its dead rows are worth a vacuum early and often.
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_insert_threshold = -1,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 200000
);

--changeset event:001-feed
--comment Everything that happened, in one order without holes. No default partition: attaching would scan it.
create table feed (
  position        bigint not null,
  event_id        uuid not null,
  type            text not null,
  version         int not null,
  occurred_at     timestamptz not null,
  actor_kind      text not null,
  actor_id        uuid,
  workspace_id    uuid,
  conversation_id uuid,
  subject_type    text not null,
  subject_id      uuid not null,
  correlation_id  uuid not null,
  audience        text not null,
  audience_id     uuid,
  address         text not null,
  request_hash    text not null,
  duration_us     bigint not null,
  data            jsonb not null,
  primary key (position)
) partition by range (position);

-- A page for somebody merges the few audiences that he belongs to.
create index feed_by_audience on feed (audience_id, position) where audience_id is not null;
create index feed_for_administrators on feed (position) where audience = 'administrators';

--changeset event:001-feed-partitions splitStatements:false
--comment Makes the partitions up to the one after the next; attaching does not wait for readers.
create function feed_partitions_ahead(after_position bigint) returns int
language plpgsql as $$
declare
  size  constant bigint := 1000000;
  first bigint;
  made  int := 0;
  name  text;
begin
  perform pg_advisory_xact_lock(hashtext('feed_partitions_ahead'));
  for ahead in 0..2 loop
    first := (after_position / size + ahead) * size + 1;
    name := 'feed_' || first;
    continue when to_regclass(quote_ident(name)) is not null;
    execute format('create table %I (like feed including all)', name);
    -- With the check in place, attaching has nothing to scan.
    execute format(
      'alter table %I add constraint feed_range check (position >= %s and position < %s)',
      name, first, first + size);
    execute format(
      'alter table feed attach partition %I for values from (%s) to (%s)',
      name, first, first + size);
    execute format('alter table %I drop constraint feed_range', name);
    made := made + 1;
  end loop;
  return made;
end $$;

--changeset event:001-feed-first-partitions
select feed_partitions_ahead(0);

--changeset event:001-feed-head
--comment The one row that whoever sequences must hold, and where the feed begins and ends.
create table feed_head (
  id            smallint primary key default 1 check (id = 1),
  -- Raised by every take-over, so that an owner who froze and woke does nothing.
  epoch         bigint not null,
  last_position bigint not null,
  -- Positions up to this one have been let go.
  floor         bigint not null,
  owner         uuid,
  -- The owner's session, so that whoever takes over can end it.
  backend_pid   int,
  backend_start timestamptz,
  expires_at    timestamptz not null,
  check (floor between 0 and last_position)
) with (fillfactor = 10);

insert into feed_head (epoch, last_position, floor, expires_at) values (0, 0, 0, '-infinity');

--changeset event:001-stream-ticket
--comment One-use tickets for clients that cannot send a header; only their hashes are kept.
create table stream_ticket (
  hash         bytea primary key,
  user_id      uuid not null,
  session_id   uuid,
  key_id       uuid,
  role         text not null,
  scopes       text[] not null,
  workspace_id uuid,
  expires_at   timestamptz not null,
  constraint stream_ticket_of_one check (num_nonnulls(session_id, key_id) = 1)
);

create index stream_ticket_by_expiry on stream_ticket (expires_at);
