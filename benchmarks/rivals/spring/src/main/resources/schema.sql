create table conversation (
  id uuid primary key, last_seq bigint not null, updated_at timestamptz not null);
create table participant (
  conversation_id uuid not null references conversation, user_id uuid not null,
  primary key (conversation_id, user_id));
create table message (
  conversation_id uuid not null references conversation, seq bigint not null, id uuid not null unique,
  sender_id uuid not null, content text not null, sent_at timestamptz not null,
  primary key (conversation_id, seq));
create table event (
  id bigserial primary key, type text not null, conversation_id uuid not null, data jsonb not null,
  occurred_at timestamptz not null);
create table idempotency (
  user_id uuid not null, key text not null, created_at timestamptz not null, primary key (user_id, key));
