alter table question_link
    add column expires_at timestamptz,
    add column message_id bigint references message;

update question_link l
   set expires_at = greatest(q.expires_at, l.made_at + interval '1 minute'),
       message_id = (select max(m.id) from message m where m.question_id = l.question_id and m.queued_at <= l.made_at)
  from question q where q.id = l.question_id;

alter table question_link
    alter column expires_at set not null,
    add check (expires_at > made_at);

comment on column question_link.expires_at is 'Each link has its own end: a new one does not open the page to whoever holds an old one';
comment on column question_link.message_id is 'The message that the link went out with, whose mailbox alone gets a new one when it has expired';

alter table question drop column expires_at;

alter table help_request add column to_confirm boolean not null default false;

update help_request set to_confirm = true where token_hash is not null;

alter table help_request add check (token_hash is null or to_confirm);

comment on column help_request.to_confirm is 'Whether it waits for its link to be opened; the link itself is made when its message is sent';
