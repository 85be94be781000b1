package org.rovingpm.reply;

import java.util.List;
import java.util.Optional;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose address is whose: who may write to a case by e-mail. */
@Repository
class Correspondents {

    private static final int MOST = 20;

    private final Messages messages;
    private final JdbcClient jdbc;

    Correspondents(Messages messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /**
     * Who of the case writes from this address: its contact at a practice, or its PM where the message went to them at this address.
     *
     * @param address in small letters
     * @return {@link Reply#PRACTICE}, or the user id of the PM; empty for everybody else
     */
    Optional<String> in(CaseReference reference, Message answered, String address) {
        boolean contact = jdbc.sql("""
                select exists (select from published_case_mailbox m where m.case_reference = :reference and lower(m.mailbox) = :address)""")
                .param("reference", reference.value())
                .param("address", address)
                .query(Boolean.class)
                .single();
        return contact ? Optional.of(Reply.PRACTICE) : pm(reference, answered, address);
    }

    private Optional<String> pm(CaseReference reference, Message answered, String address) {
        return jdbc.sql("""
                select p.pm from published_placement p
                 where p.case_reference = :reference and p.ended_on is null and p.pm = :person""")
                .param("reference", reference.value())
                .param("person", answered.person())
                .query(String.class)
                .optional()
                .filter(pm -> messages.addressOf(answered.id())
                        .filter(address::equalsIgnoreCase)
                        .isPresent());
    }

    /** @return the latest cases with a contact at this address */
    List<CaseReference> casesOf(String address) {
        return jdbc.sql("""
                select distinct case_reference from published_case_mailbox where lower(mailbox) = :address
                 order by case_reference desc limit :most""").param("address", address).param("most", MOST).query(String.class).list().stream()
                .map(CaseReference::new)
                .toList();
    }
}
