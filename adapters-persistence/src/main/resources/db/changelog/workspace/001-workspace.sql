--liquibase formatted sql

--changeset workspace:001-workspace
create table workspace (
  id          uuid primary key,
  owner_id    uuid not null references users (id),
  name        text not null check (char_length(name) between 1 and 100),
  description text not null check (char_length(description) between 1 and 500),
  type        text not null check (type in ('general', 'client', 'personal', 'research')),
  status      text not null check (status in ('active', 'archived', 'deleted')),
  settings    jsonb not null check (jsonb_typeof(settings) = 'object'),
  metadata    jsonb not null check (jsonb_typeof(metadata) = 'object'),
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  deleted_at  timestamptz,
  version     bigint not null check (version > 0),
  constraint workspace_deleted_at check ((deleted_at is not null) = (status = 'deleted'))
);

-- A name is free again once its workspace is deleted.
create unique index workspace_name_of_owner on workspace (owner_id, name) where status <> 'deleted';

--changeset workspace:001-member
create table workspace_member (
  workspace_id uuid not null references workspace (id) on delete cascade,
  user_id      uuid not null references users (id),
  role         text not null check (role in ('owner', 'admin', 'editor', 'viewer')),
  created_at   timestamptz not null,
  primary key (workspace_id, user_id)
);

create index workspace_member_of_user on workspace_member (user_id, workspace_id);
create unique index workspace_has_one_owner on workspace_member (workspace_id) where role = 'owner';

-- The owner is always a member; checked at the commit, for either row comes first.
alter table workspace add constraint workspace_owner_is_member
  foreign key (id, owner_id) references workspace_member (workspace_id, user_id)
  deferrable initially deferred;

--changeset workspace:001-invitation
create table workspace_invitation (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  email        text not null check (char_length(email) between 3 and 254),
  role         text not null check (role in ('admin', 'editor', 'viewer')),
  token_hash   text not null unique,
  invited_by   uuid not null references users (id),
  status       text not null check (status in ('pending', 'accepted', 'declined', 'revoked')),
  created_at   timestamptz not null,
  expires_at   timestamptz not null
);

create index workspace_invitation_open on workspace_invitation (workspace_id, id)
  where status = 'pending';
