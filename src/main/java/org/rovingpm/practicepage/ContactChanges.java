package org.rovingpm.practicepage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The other contacts that practices have asked for. */
@Repository
public class ContactChanges {

    private static final String VISIBLE =
            "case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    ContactChanges(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /** A later wish takes the place of one that is not decided. @return its number */
    long add(CaseReference reference, OdsCode practice, Contact before, Contact after) {
        jdbc.sql("""
                update contact_change set decided_at = :now, decided_by = 'practice', confirmed = false
                 where case_reference = :reference and ods_code = :practice and decided_at is null""")
                .param("now", now())
                .param("reference", reference.value())
                .param("practice", practice.value())
                .update();
        return jdbc.sql("""
                insert into contact_change (case_reference, ods_code, before_name, before_role, before_email, before_telephone,
                                            after_name, after_role, after_email, after_telephone, asked_at)
                values (:reference, :practice, :beforeName, :beforeRole, :beforeEmail, :beforeTelephone,
                        :afterName, :afterRole, :afterEmail, :afterTelephone, :now) returning id""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("beforeName", before.contactName())
                .param("beforeRole", before.contactRole())
                .param("beforeEmail", before.contactEmail())
                .param("beforeTelephone", before.contactTelephone(), Types.VARCHAR)
                .param("afterName", after.contactName())
                .param("afterRole", after.contactRole())
                .param("afterEmail", after.contactEmail())
                .param("afterTelephone", after.contactTelephone(), Types.VARCHAR)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** Whether one waits for the office to decide. */
    public boolean waits(PageLink link) {
        return jdbc.sql("""
                select exists (select from contact_change
                 where case_reference = :reference and ods_code = :practice and decided_at is null)""")
                .param("reference", link.reference().value())
                .param("practice", link.practice().value())
                .query(Boolean.class)
                .single();
    }

    /** @return those of open cases that the reader may see and that wait, the earliest first */
    public List<ContactChange> waiting(String reader, int most) {
        return jdbc.sql("""
                select * from contact_change
                 where decided_at is null
                   and exists (select from published_case c where c.reference = case_reference and c.closed_at is null)
                   and %s
                 order by asked_at, id limit :most""".formatted(VISIBLE))
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .param("most", most)
                .query((row, number) -> change(row))
                .list();
    }

    /** @return one that the reader may see */
    public Optional<ContactChange> find(long id, String reader) {
        return jdbc.sql("select * from contact_change where id = :id and " + VISIBLE)
                .param("id", id)
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .query((row, number) -> change(row))
                .optional();
    }

    /** For the message to whoever was the contact before. */
    Optional<ContactChange> confirmed(long id) {
        return jdbc.sql("select * from contact_change where id = :id and confirmed")
                .param("id", id)
                .query((row, number) -> change(row))
                .optional();
    }

    /** @return whether it was still waiting */
    boolean decide(long id, boolean confirmed, String who) {
        return jdbc.sql("""
                update contact_change set decided_at = :now, decided_by = :who, confirmed = :confirmed
                 where id = :id and decided_at is null""")
                        .param("now", now())
                        .param("who", who)
                        .param("confirmed", confirmed)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ContactChange change(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        Instant asked = row.getObject("asked_at", OffsetDateTime.class).toInstant();
        return new ContactChange(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                new OdsCode(row.getString("ods_code")),
                contact(row, "before_"),
                contact(row, "after_"),
                asked,
                decided == null ? null : decided.toInstant());
    }

    private static Contact contact(ResultSet row, String prefix) throws SQLException {
        return new Contact(
                row.getString(prefix + "name"),
                row.getString(prefix + "role"),
                row.getString(prefix + "email"),
                row.getString(prefix + "telephone"));
    }
}
