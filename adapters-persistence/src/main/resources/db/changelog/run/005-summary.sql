--liquibase formatted sql

--changeset run:005-summary
--comment What was said in a conversation up to a place, in short.
create table conversation_summary (
  conversation_id uuid primary key references conversation (id) on delete cascade,
  workspace_id    uuid not null,
  up_to           bigint not null check (up_to > 0),
  narrative       text not null,
  key_points      text[] not null,
  decisions       text[] not null,
  open_questions  text[] not null,
  model_id        uuid not null,
  written_at      timestamptz not null
);
