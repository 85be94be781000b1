-- Nobody asks for messages by whom they are for; and only those that are delivered are asked for by their delivery
drop index message_by_recipient;
drop index message_by_delivery;
create index message_by_delivery on message (delivery) where delivery is not null;
