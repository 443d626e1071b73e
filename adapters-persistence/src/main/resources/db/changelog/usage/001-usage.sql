--liquibase formatted sql

--changeset usage:001-entry
--comment The ledger outlives all that it tells of: it refers to nothing.
create table usage_entry (
  id                uuid primary key,
  user_id           uuid not null,
  key_id            uuid,
  workspace_id      uuid,
  model_id          uuid not null,
  run_id            uuid,
  prompt_tokens     bigint not null check (prompt_tokens >= 0),
  completion_tokens bigint not null check (completion_tokens >= 0),
  cost              numeric(18, 6) not null check (cost >= 0),
  -- When the call was asked for, which is the day that it counts on.
  occurred_at       timestamptz not null
);
create index usage_entry_of_user on usage_entry (user_id, occurred_at);
create index usage_entry_of_workspace on usage_entry (workspace_id, occurred_at)
  where workspace_id is not null;
create index usage_entry_by_time on usage_entry (occurred_at);

--changeset usage:001-call
--comment Calls that have not ended. Whoever makes or ends a quota locks the whole table first.
create table usage_call (
  id                uuid primary key,
  user_id           uuid not null,
  key_id            uuid,
  workspace_id      uuid,
  model_id          uuid not null,
  run_id            uuid,
  prompt_tokens     bigint not null check (prompt_tokens >= 0),
  completion_tokens bigint not null check (completion_tokens >= 0),
  cost              numeric(18, 6) not null check (cost >= 0),
  occurred_at       timestamptz not null,
  lapses_at         timestamptz
);
create index usage_call_lapsing on usage_call (lapses_at) where lapses_at is not null;

--changeset usage:001-quota
create table quota (
  id         uuid primary key,
  subject    text not null check (subject in ('user', 'tier', 'key', 'workspace')),
  subject_id uuid,
  tier       text check (tier in ('free', 'pro', 'enterprise')),
  metric     text not null check (metric in ('requests', 'tokens', 'cost')),
  period     text not null check (period in ('day', 'month')),
  ceiling    numeric(18, 6) not null check (ceiling >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    bigint not null check (version > 0),
  constraint quota_of_somebody check ((subject = 'tier') = (subject_id is null)),
  constraint quota_of_tier check ((subject = 'tier') = (tier is not null))
);
create unique index quota_of_subject on quota (subject_id, subject, metric, period)
  where subject_id is not null;
create unique index quota_of_tiers on quota (tier, metric, period) where tier is not null;

--changeset usage:001-meter
--comment What ended calls took in the latest period; each user of a tier has a row of his own.
create table quota_meter (
  quota_id uuid not null references quota (id) on delete cascade,
  holder   uuid not null,
  period   date not null,
  used     numeric(20, 6) not null check (used >= 0),
  primary key (quota_id, holder)
) with (fillfactor = 70);

--changeset usage:001-hold
--comment What calls under way have reserved.
create table quota_hold (
  call_id  uuid not null references usage_call (id) on delete cascade,
  quota_id uuid not null,
  holder   uuid not null,
  period   date not null,
  amount   numeric(20, 6) not null check (amount >= 0),
  primary key (call_id, quota_id),
  constraint quota_hold_of_meter
    foreign key (quota_id, holder) references quota_meter (quota_id, holder) on delete cascade
);
create index quota_hold_of_holder on quota_hold (quota_id, holder);
