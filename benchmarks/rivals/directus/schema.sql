-- Run once, after `directus bootstrap`: the tables, and what Directus has to know of them.
create table conversation (
  id uuid primary key, last_seq int not null, updated_at timestamptz not null);
create table participant (
  id serial primary key, conversation uuid not null references conversation, "user" uuid not null);
create unique index on participant (conversation, "user");
create table message (
  id serial primary key, conversation uuid not null references conversation, seq int not null,
  sender uuid not null, content text not null, sent_at timestamptz not null);
create unique index on message (conversation, seq);
create table event (
  id bigserial primary key, type text not null, conversation uuid not null, data jsonb not null,
  occurred_at timestamptz not null);
create table idempotency (
  id bigserial primary key, "user" uuid not null, key text not null, created_at timestamptz not null);
create unique index on idempotency ("user", key);

insert into directus_collections (collection) values ('conversation'), ('participant'), ('message');
insert into directus_fields (collection, field, special) values ('conversation', 'participants', 'o2m');
insert into directus_relations (many_collection, many_field, one_collection, one_field) values
  ('participant', 'conversation', 'conversation', 'participants'),
  ('message', 'conversation', 'conversation', null);

insert into directus_roles (id, name) values ('0199a000-0000-7000-8000-000000000001', 'member');
insert into directus_policies (id, name, admin_access, app_access)
  values ('0199a000-0000-7000-8000-000000000002', 'talking', false, false);
insert into directus_access (id, role, policy) values ('0199a000-0000-7000-8000-000000000003',
  '0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002');
insert into directus_permissions (policy, collection, action, fields, permissions) values
  ('0199a000-0000-7000-8000-000000000002', 'message', 'create', '*', '{}'),
  ('0199a000-0000-7000-8000-000000000002', 'message', 'read', '*',
   '{"conversation": {"participants": {"user": {"_eq": "$CURRENT_USER"}}}}'),
  ('0199a000-0000-7000-8000-000000000002', 'conversation', 'read', '*', '{}'),
  ('0199a000-0000-7000-8000-000000000002', 'participant', 'read', '*', '{}');
insert into directus_users (id, email, role, status, token) values (
  '0199a000-0000-7000-8000-000000000004', 'member@example.org',
  '0199a000-0000-7000-8000-000000000001', 'active', 'the-token-of-a-member');
