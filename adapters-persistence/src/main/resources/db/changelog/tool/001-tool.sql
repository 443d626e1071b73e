--liquibase formatted sql

--changeset tool:001-mcp-server
--comment Of headers and variables the database has what is sealed. What a server offers is what it said when an administrator had it asked.
create table mcp_server (
  id               uuid primary key,
  name             text not null unique check (char_length(name) between 1 and 24),
  url              text check (char_length(url) between 1 and 2000),
  command          text check (char_length(command) between 1 and 4000),
  arguments        jsonb,
  secrets          jsonb not null,
  enabled          boolean not null,
  needs_approval   boolean not null,
  tools            jsonb not null,
  checked_at       timestamptz,
  check_latency_ms bigint,
  check_error      text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint not null check (version > 0),
  constraint mcp_server_transport check ((url is null) <> (command is null)),
  constraint mcp_server_command_whole check ((command is null) = (arguments is null)),
  constraint mcp_server_check_whole check ((checked_at is null) = (check_latency_ms is null))
);

--changeset tool:001-tool-policy
--comment What administrators have said of tools; of most, nothing.
create table tool_policy (
  tool_id        uuid primary key,
  mcp_server_id  uuid references mcp_server (id) on delete cascade,
  enabled        boolean not null,
  needs_approval boolean,
  version        bigint not null check (version > 0)
);

create index tool_policy_of_server on tool_policy (mcp_server_id) where mcp_server_id is not null;
