--liquibase formatted sql

--changeset shared:001-attempt
--comment What an Idempotency-Key was used for. One space of keys a user: a key that posted a message
--comment names it as its reference and keeps no answer, any other keeps the answer itself.
create table attempt (
  user_id     uuid not null,
  key         text not null check (length(key) between 1 and 255),
  fingerprint text not null,
  status      int,
  headers     jsonb,
  body        text,
  reference   uuid,
  expires_at  timestamptz not null,
  primary key (user_id, key),
  constraint attempt_kept_one_way
    check (num_nulls(status, headers, body) = case when reference is null then 0 else 3 end)
);

create index attempt_by_expiry on attempt (expires_at);
