--liquibase formatted sql

--changeset run:004-fallbacks
--comment Who is asked instead, and of which tiers those were who were asked.
alter table run
  add column fallbacks uuid[] not null default '{}',
  add column tier_path int[] not null default '{}';

--changeset run:004-orchestration-rule
create table orchestration_rule (
  id         uuid primary key,
  strategy   text not null check
    (strategy in ('fallback', 'load_balance', 'cost_optimize', 'quality_first')),
  models     uuid[] not null check (cardinality(models) between 1 and 16),
  importance text[] not null,
  complexity text[] not null,
  priority   int not null check (priority between 0 and 1000000),
  enabled    boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    bigint not null check (version > 0)
);
