--liquibase formatted sql

--changeset run:003-waiting
--comment A run that waits for somebody's word is held by nobody.
alter table run
  add column waits int not null default 0 check (waits >= 0),
  add column waited_attempt int not null default 0,
  add column resumed_at timestamptz,
  drop constraint run_status_check,
  add constraint run_status_check check (status in
    ('queued', 'running', 'waiting_approval', 'completed', 'failed', 'cancelled', 'expired')),
  drop constraint run_finished_at,
  add constraint run_finished_at check
    ((finished_at is null) = (status in ('queued', 'running', 'waiting_approval')));

--changeset run:003-approval
create table approval (
  id           uuid primary key,
  run_id       uuid not null references run (id) on delete cascade,
  call_id      text not null,
  tool         text not null,
  arguments    text not null,
  status       text not null check (status in ('pending', 'approved', 'denied', 'expired')),
  requested_at timestamptz not null,
  expires_at   timestamptz not null,
  decided_by   uuid references users (id),
  decided_at   timestamptz,
  constraint approval_decided check ((decided_at is null) = (status = 'pending')),
  constraint approval_decided_by check
    ((decided_by is not null) = (status in ('approved', 'denied')))
);
create index approval_of_run on approval (run_id, call_id, id);
create index approval_pending on approval (expires_at) where status = 'pending';
