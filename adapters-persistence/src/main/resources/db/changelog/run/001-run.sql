--liquibase formatted sql

--changeset run:001-run
create table run (
  id                  uuid primary key,
  conversation_id     uuid not null,
  workspace_id        uuid not null,
  started_by          uuid not null references users (id),
  question_id         uuid not null,
  system              text check (octet_length(system) between 1 and 262144),
  model_id            uuid not null references model (id),
  importance          text not null check (importance in ('low', 'medium', 'high', 'critical')),
  temperature         double precision check (temperature between 0 and 2),
  max_tokens          int check (max_tokens > 0),
  retry_of            uuid references run (id) on delete set null,
  status              text not null check (status in
                        ('queued', 'running', 'completed', 'failed', 'cancelled', 'expired')),
  attempt             int not null check (attempt >= 0),
  prompt_tokens       bigint not null check (prompt_tokens >= 0),
  completion_tokens   bigint not null check (completion_tokens >= 0),
  cost                numeric(18, 6) not null check (cost >= 0),
  error_code          text,
  error_detail        text,
  result_id           uuid,
  created_at          timestamptz not null,
  started_at          timestamptz,
  cancel_requested_at timestamptz,
  finished_at         timestamptz,
  version             bigint not null check (version > 0),
  -- Who works on it: the lease says until when, the epoch which hold is the latest.
  node                uuid,
  epoch               bigint not null default 0,
  lease_until         timestamptz,
  constraint run_in_conversation
    foreign key (conversation_id, workspace_id) references conversation (id, workspace_id)
    on delete cascade,
  constraint run_answers_message
    foreign key (question_id, conversation_id) references message (id, conversation_id),
  constraint run_result_in_conversation
    foreign key (result_id, conversation_id) references message (id, conversation_id),
  constraint run_finished_at check ((finished_at is null) = (status in ('queued', 'running'))),
  constraint run_error_whole check ((error_code is null) = (error_detail is null)),
  constraint run_failed_says_why check ((error_code is not null) = (status = 'failed')),
  constraint run_held_while_running
    check (status <> 'running' or (node is not null and lease_until is not null))
) with (fillfactor = 70);

--comment Nothing that a lease changes is in an index, so that renewing rewrites within the page.
create unique index run_speaks on run (conversation_id) where status = 'running';
create index run_unfinished on run (id) where status in ('queued', 'running');
create index run_of_conversation on run (conversation_id, id);
create index run_of_user on run (started_by, id);

--changeset run:001-chunk
--comment What runs that are under way have said. A run that ends is put away as a whole.
create table run_chunk (
  run_id  uuid not null references run (id) on delete cascade,
  attempt int not null check (attempt > 0),
  place   int not null check (place > 0),
  type    text not null,
  data    jsonb not null,
  primary key (run_id, attempt, place)
);

--changeset run:001-record
--comment The whole streams of runs that have ended; one row an attempt.
create table run_record (
  run_id  uuid not null references run (id) on delete cascade,
  attempt int not null check (attempt > 0),
  entries jsonb not null check (jsonb_typeof(entries) = 'array'),
  primary key (run_id, attempt)
);
