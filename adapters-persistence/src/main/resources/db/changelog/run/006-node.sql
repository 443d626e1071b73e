--liquibase formatted sql

--changeset run:006-node
--comment Which nodes live. A run names its node, so that a node renews one row and not each of its runs'.
create table run_node (
  id          uuid primary key,
  lease_until timestamptz not null
) with (fillfactor = 10);
