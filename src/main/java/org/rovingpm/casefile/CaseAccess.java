package org.rovingpm.casefile;

import java.util.Collection;
import java.util.Set;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see a case: coordinators and service managers all of them, a PM those they support now. Nobody with a declared
 * interest in the practice sees its case, whatever their role (the scheme's rule on conflicts of interest).
 */
@Component
public class CaseAccess {

    private static final Set<String> STAFF = Set.of("coordinator", "service-manager");

    private final JdbcClient jdbc;

    CaseAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false also where there is no such case, so that nobody learns which exist */
    public boolean maySee(String user, Collection<String> groups, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from support_case c
                    where c.reference = :reference
                      and (:staff or exists (
                          select from placement p where p.case_reference = c.reference and p.pm = :user and p.ended_on is null))
                      and not exists (
                          select from declared_interest i
                          where i.pm = :user and i.ods_code = c.ods_code and (i.ended_on is null or i.ended_on > current_date)))""")
            .param("reference", reference.value()).param("user", user)
            .param("staff", groups.stream().anyMatch(STAFF::contains))
            .query(Boolean.class).single();
    }

    /** Whether the person has declared an interest in the practice of the case, whatever else they may see. */
    public boolean isPartial(String user, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from support_case c join declared_interest i on i.ods_code = c.ods_code
                    where c.reference = :reference and i.pm = :user and (i.ended_on is null or i.ended_on > current_date))""")
            .param("reference", reference.value()).param("user", user).query(Boolean.class).single();
    }
}
