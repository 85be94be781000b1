package org.rovingpm.supportcase;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The practices of all cases: each case has one that leads, and may have others. */
@Repository
public class CasePractices {

    private final JdbcClient jdbc;

    /**
     * A practice of a case.
     *
     * @param leads   whether it is the one that requested help, from which the distances to PMs are measured
     * @param contact whom to speak to there
     */
    public record CasePractice(OdsCode code, boolean leads, Contact contact) {}

    /** Whom the scheme spoke to at a practice that has left a case. */
    public record FormerContact(String name, String email) {}

    CasePractices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the practices of the case, the leading one first, the others by their codes */
    public List<CasePractice> of(CaseReference reference) {
        return jdbc.sql("select * from case_practice where case_reference = :reference order by leads desc, ods_code")
                .param("reference", reference.value())
                .query((row, number) -> new CasePractice(
                        new OdsCode(row.getString("ods_code")),
                        row.getBoolean("leads"),
                        new Contact(
                                row.getString("contact_name"),
                                row.getString("contact_role"),
                                row.getString("contact_email"),
                                row.getString("contact_telephone"))))
                .list();
    }

    public void add(CaseReference reference, CasePractice added) {
        Contact contact = added.contact();
        jdbc.sql("""
                insert into case_practice (case_reference, ods_code, leads, contact_name, contact_role, contact_email, contact_telephone)
                values (:reference, :practice, :leads, :name, :role, :email, :telephone)""")
                .param("reference", reference.value())
                .param("practice", added.code().value())
                .param("leads", added.leads())
                .param("name", contact.contactName())
                .param("role", contact.contactRole())
                .param("email", contact.contactEmail())
                .param("telephone", contact.contactTelephone(), Types.VARCHAR)
                .update();
    }

    /** Whom to speak to at the practice from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeContact(CaseReference reference, OdsCode practice, Contact contact) {
        jdbc.sql("""
                update case_practice set contact_name = :name, contact_role = :role, contact_email = :email, contact_telephone = :telephone
                 where case_reference = :reference and ods_code = :practice""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("name", contact.contactName())
                .param("role", contact.contactRole())
                .param("email", contact.contactEmail())
                .param("telephone", contact.contactTelephone(), Types.VARCHAR)
                .update();
    }

    /** The practice is one of the case no more. Whoever is kept from its cases is kept from this one still. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(CaseReference reference, OdsCode practice, Instant at) {
        jdbc.sql("""
                with gone as (
                    delete from case_practice where case_reference = :reference and ods_code = :practice and not leads returning *)
                insert into former_case_practice (case_reference, ods_code, left_at, contact_name, contact_email)
                select case_reference, ods_code, :at, contact_name, contact_email from gone""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whom the scheme spoke to at a practice when it left the case last; empty for one that never left it */
    public Optional<FormerContact> formerContact(CaseReference reference, OdsCode practice) {
        return jdbc.sql("""
                select contact_name as name, contact_email as email from former_case_practice
                 where case_reference = :reference and ods_code = :practice order by left_at desc limit 1""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .query(FormerContact.class)
                .optional();
    }

    /** As {@link #lock(OdsCode)}, in an order in which two that need the same practices never wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<OdsCode> all) {
        all.stream().sorted().distinct().forEach(this::lock);
    }

    /** Two requests for one practice at the same moment: the second waits until the transaction of the first ends, and finds its case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(OdsCode practice) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:practice, 7420003))")
                .param("practice", practice.value())
                .query((row, number) -> true)
                .single();
    }
}
