--liquibase formatted sql

--changeset event:002-feed-by-message
--comment What a deletion takes back is found by its message: by its conversation, each would read all that this ever told.
create index feed_by_message on feed (subject_id)
  where type in ('message.created', 'message.updated');
