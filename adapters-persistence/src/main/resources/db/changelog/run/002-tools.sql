--liquibase formatted sql

--changeset run:002-tools
--comment Which tools the model may ask for, by name.
alter table run add column tools text[] not null default '{}';
