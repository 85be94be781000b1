-- What the list of stuck cases asks for, however long the history grows

create index support_case_held on support_case (held_until) where held_until is not null and closed_at is null;

create index message_undelivered on message (queued_at) where status in ('FAILED', 'UNCONFIRMED', 'BOUNCED');

create index declared_interest_by_pm on declared_interest (pm);

create index message_by_question on message (question_id) where question_id is not null;
