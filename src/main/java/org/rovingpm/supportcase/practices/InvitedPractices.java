package org.rovingpm.supportcase.practices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practices that were named in requests of others, and what they answered. Until one has agreed, it is not of the case. */
@Repository
public class InvitedPractices {

    private final JdbcClient jdbc;
    private final Clock clock;

    InvitedPractices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return those of the case, in the order of their codes */
    public List<InvitedPractice> of(CaseReference reference) {
        return jdbc.sql("select * from invited_practice where case_reference = :reference order by ods_code")
                .param("reference", reference.value())
                .query(InvitedPractices::invited)
                .list();
    }

    public Optional<InvitedPractice> find(CaseReference reference, OdsCode practice) {
        return of(reference).stream().filter(one -> one.code().equals(practice)).findFirst();
    }

    void add(CaseReference reference, OdsCode practice, Contact contact) {
        jdbc.sql("""
                insert into invited_practice (case_reference, ods_code, contact_name, contact_role, contact_email, contact_telephone, invited_at)
                values (:reference, :practice, :name, :role, :email, :telephone, :now)""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("name", contact.contactName())
                .param("role", contact.contactRole())
                .param("email", contact.contactEmail())
                .param("telephone", contact.contactTelephone(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether this answer stands; false where there was one before */
    boolean answer(InvitedPractice invited, boolean joined, String answeredBy) {
        return jdbc.sql("""
                update invited_practice set joined = :joined, answered_at = :now, answered_by = :by
                 where case_reference = :reference and ods_code = :practice and joined is null""")
                        .param("joined", joined)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", answeredBy)
                        .param("reference", invited.reference().value())
                        .param("practice", invited.code().value())
                        .update()
                == 1;
    }

    private static InvitedPractice invited(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new InvitedPractice(
                new CaseReference(row.getString("case_reference")),
                new OdsCode(row.getString("ods_code")),
                new Contact(
                        row.getString("contact_name"),
                        row.getString("contact_role"),
                        row.getString("contact_email"),
                        row.getString("contact_telephone")),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("joined", Boolean.class),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_by"));
    }
}
