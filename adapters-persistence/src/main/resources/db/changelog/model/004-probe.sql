--liquibase formatted sql

--changeset model:004-probe
--comment When it was last a provider's turn to be looked at; how it did is in its check.
alter table provider add column probed_at timestamptz;
