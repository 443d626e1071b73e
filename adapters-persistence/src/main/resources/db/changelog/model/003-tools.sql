--liquibase formatted sql

--changeset model:002-rehearsal-tools
--comment The rehearsal asks for tools where its script says so.
update model set capabilities = array['streaming', 'tools']
where id = '00000000-0000-7000-8000-000000000002' and capabilities = array['streaming'];
