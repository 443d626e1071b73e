--liquibase formatted sql

--changeset model:002-provider
--comment Of a key the database has what is sealed, and its end. How a provider did when it was tried is no change of it.
alter table provider
  add column api_key_sealed        text,
  add column api_key_hint          text,
  add column max_tokens_field      text not null default 'max_tokens',
  add column stream_options        boolean not null default true,
  add column developer_role        boolean not null default false,
  add column headers               jsonb not null default '{}',
  add column rate_limit_per_minute int check (rate_limit_per_minute > 0),
  add column checked_at            timestamptz,
  add column check_latency_ms      bigint,
  add column check_error_code      text,
  add column check_error_detail    text,
  add constraint provider_key_whole check ((api_key_sealed is null) = (api_key_hint is null)),
  add constraint provider_check_whole check ((checked_at is null) = (check_latency_ms is null));
alter table provider
  alter column max_tokens_field drop default,
  alter column stream_options drop default,
  alter column developer_role drop default,
  alter column headers drop default;

--changeset model:002-calls
--comment How often a provider was called in the latest minute; only of those that have a limit.
create table provider_calls (
  provider_id uuid primary key references provider (id) on delete cascade,
  minute      timestamptz not null,
  calls       int not null check (calls > 0)
) with (fillfactor = 50);
