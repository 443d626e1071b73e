--liquibase formatted sql

--changeset identity:001-users
create table users (
  id                uuid primary key,
  email             text not null check (char_length(email) between 3 and 254),
  username          text not null check (username ~ '^[A-Za-z][A-Za-z0-9_]{2,254}$'),
  -- the username with letters that look alike made one
  username_skeleton text not null,
  name              text not null check (char_length(name) between 1 and 100),
  first_name        text check (char_length(first_name) between 1 and 100),
  last_name         text check (char_length(last_name) between 1 and 100),
  role              text not null check (role in ('user', 'admin')),
  tier              text not null check (tier in ('free', 'pro', 'enterprise')),
  status            text not null
    check (status in ('pending', 'active', 'inactive', 'suspended', 'deleted')),
  email_verified    boolean not null,
  preferences       jsonb not null check (jsonb_typeof(preferences) = 'object'),
  metadata          jsonb not null check (jsonb_typeof(metadata) = 'object'),
  last_login_at     timestamptz,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           bigint not null check (version > 0)
);

-- An address is free again once its account is deleted; a username never, lest somebody inherit
-- what others remember of it.
create unique index users_email on users (lower(email)) where status <> 'deleted';
create unique index users_username on users (lower(username));
create unique index users_username_skeleton on users (username_skeleton);
create index users_administrators on users (id) where role = 'admin' and status <> 'deleted';

--changeset identity:001-credential
create table user_credential (
  user_id       uuid primary key references users (id) on delete cascade,
  password_hash text not null check (password_hash like '$%'),
  changed_at    timestamptz not null default now()
);

--changeset identity:001-session
create table login_session (
  id             uuid primary key,
  user_id        uuid not null references users (id) on delete cascade,
  address        text not null,
  user_agent     text not null check (char_length(user_agent) <= 300),
  created_at     timestamptz not null,
  last_active_at timestamptz not null,
  expires_at     timestamptz not null,
  ended_at       timestamptz
);

create index login_session_live on login_session (user_id, id) where ended_at is null;

create table refresh_token (
  hash           text primary key check (hash ~ '^[0-9a-f]{64}$'),
  session_id     uuid not null references login_session (id) on delete cascade,
  rotated_at     timestamptz,
  successor_hash text unique,
  check ((rotated_at is null) = (successor_hash is null))
);

create index refresh_token_session on refresh_token (session_id);

-- One token of a family is the newest.
create unique index refresh_token_newest on refresh_token (session_id) where rotated_at is null;

-- Sessions that ended while their access tokens may live. A node reads what was written since the
-- oldest transaction that was under way when it read before, so that no late commit is missed.
create table revocation (
  session_id  uuid primary key,
  transaction bigint not null default pg_current_xact_id()::text::bigint,
  revoked_at  timestamptz not null default now()
);

create index revocation_transaction on revocation (transaction);
create index revocation_revoked_at on revocation (revoked_at);

--changeset identity:001-api-key
create table api_key (
  id           uuid primary key,
  user_id      uuid not null references users (id) on delete cascade,
  secret_hash  text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  shown        text not null,
  name         text not null check (char_length(name) between 1 and 100),
  scopes       text[] not null check (scopes <@ array ['read', 'write', 'run', 'admin']),
  workspace_id uuid,
  expires_at   timestamptz,
  last_used_at timestamptz,
  metadata     jsonb not null check (jsonb_typeof(metadata) = 'object'),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null check (version > 0)
);

create index api_key_user on api_key (user_id, id);

--changeset identity:001-throttle
create table login_throttle (
  throttle      text not null,
  subject       text not null check (subject ~ '^[0-9a-f]{64}$'),
  failures      int not null check (failures >= 0),
  last_at       timestamptz not null,
  blocked_until timestamptz not null,
  primary key (throttle, subject)
);

create index login_throttle_last_at on login_throttle (last_at);

--changeset identity:001-signing-key
create table signing_key (
  id                 uuid primary key,
  public_key         text not null,
  sealed_private_key text not null,
  created_at         timestamptz not null,
  retires_at         timestamptz
);

-- One key signs.
create unique index signing_key_signs on signing_key ((true)) where retires_at is null;

--changeset identity:001-setup-token
create table setup_token (
  hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now()
);
