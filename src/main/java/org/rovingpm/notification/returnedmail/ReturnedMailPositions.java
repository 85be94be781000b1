package org.rovingpm.notification.returnedmail;

import org.rovingpm.notification.returnedmail.ReturnedMailbox.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox for returned mail has been read. */
@Repository
class ReturnedMailPositions {

    private final JdbcClient jdbc;

    ReturnedMailPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the position of the mailbox until the calling transaction ends. */
    Place lock(String mailbox) {
        jdbc.sql(
                        "insert into returned_mail_position (mailbox, numbering, last) values (:mailbox, :numbering, :last) on conflict do nothing")
                .param("mailbox", mailbox)
                .param("numbering", Place.BEGINNING.numbering())
                .param("last", Place.BEGINNING.last())
                .update();
        return jdbc.sql("select numbering, last from returned_mail_position where mailbox = :mailbox for update")
                .param("mailbox", mailbox)
                .query((row, number) -> new Place(row.getLong("numbering"), row.getLong("last")))
                .single();
    }

    void move(String mailbox, Place to) {
        jdbc.sql("update returned_mail_position set numbering = :numbering, last = :last where mailbox = :mailbox")
                .param("numbering", to.numbering())
                .param("last", to.last())
                .param("mailbox", mailbox)
                .update();
    }
}
