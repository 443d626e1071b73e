--liquibase formatted sql

--changeset shared:002-anonymous-refusal
--comment How often those who did not say who they are were refused, by address and minute.
create table anonymous_refusal (
  address text not null,
  minute  timestamptz not null check (minute = date_trunc('minute', minute, 'UTC')),
  code    text not null,
  count   bigint not null check (count > 0),
  primary key (minute, address, code)
);
