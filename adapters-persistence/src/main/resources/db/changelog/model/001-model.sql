--liquibase formatted sql

--changeset model:001-provider
create table provider (
  id         uuid primary key,
  name       text not null unique check (char_length(name) between 1 and 100),
  kind       text not null
             check (kind in ('openai', 'anthropic', 'ollama', 'openai_compatible', 'rehearsal')),
  base_url   text check (char_length(base_url) between 1 and 2000),
  status     text not null check (status in ('active', 'inactive')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    bigint not null check (version > 0)
);

--changeset model:001-model
create table model (
  id                 uuid primary key,
  provider_id        uuid not null references provider (id),
  name               text not null check (char_length(name) between 1 and 200),
  display_name       text not null check (char_length(display_name) between 1 and 200),
  tier               smallint not null check (tier between 0 and 3),
  context_window     int not null check (context_window > 0),
  max_tokens         int not null check (max_tokens > 0 and max_tokens < context_window),
  input_cost_per_1k  numeric(18, 6) not null check (input_cost_per_1k >= 0),
  output_cost_per_1k numeric(18, 6) not null check (output_cost_per_1k >= 0),
  capabilities       text[] not null
                     check (capabilities <@ array['streaming', 'tools', 'vision']),
  priority           int not null check (priority between 0 and 1000000),
  enabled            boolean not null,
  status             text not null check (status in ('active', 'inactive', 'deprecated')),
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  version            bigint not null check (version > 0),
  constraint model_of_provider unique (provider_id, name)
);

--changeset model:001-rehearsal
--comment The model that is always there; any other is usually given a lower priority, and so comes first.
insert into provider (id, name, kind, base_url, status, created_at, updated_at, version)
values ('00000000-0000-7000-8000-000000000001', 'rehearsal', 'rehearsal', null, 'active',
  now(), now(), 1);
insert into model (id, provider_id, name, display_name, tier, context_window, max_tokens,
  input_cost_per_1k, output_cost_per_1k, capabilities, priority, enabled, status,
  created_at, updated_at, version)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
  'rehearsal', 'Rehearsal', 0, 32768, 16384, 0, 0, array['streaming'], 1000, true, 'active',
  now(), now(), 1);
