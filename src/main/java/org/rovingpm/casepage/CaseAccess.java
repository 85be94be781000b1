package org.rovingpm.casepage;

import java.util.Collection;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see a case: the office sees all cases, a PM those they support now. Nobody with a declared interest in any
 * practice of a case sees it, whatever their role (the scheme's rule on conflicts of interest).
 */
@Component
public class CaseAccess {

    private final JdbcClient jdbc;
    private final DeclaredInterests interests;

    CaseAccess(JdbcClient jdbc, DeclaredInterests interests) {
        this.jdbc = jdbc;
        this.interests = interests;
    }

    /** @return false also if there is no such case, so that nobody learns which cases exist */
    public boolean maySee(String user, Collection<String> groups, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from published_case c
                    where c.reference = :reference
                      and (:staff or exists (select from published_placement p
                               where p.case_reference = c.reference and p.pm = :user and p.ended_on is null))
                      and not exists (select from published_case_interests(:today) i
                               where i.pm = :user and i.case_reference = c.reference))""")
                .param("reference", reference.value())
                .param("user", user)
                .param("today", interests.today())
                .param("staff", Office.includes(groups))
                .query(Boolean.class)
                .single();
    }

    /** Whether this person has an interest in any practice of the case. */
    public boolean hasInterest(String user, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from published_case_interests(:today) where case_reference = :reference and pm = :user)""")
                .param("reference", reference.value())
                .param("user", user)
                .param("today", interests.today())
                .query(Boolean.class)
                .single();
    }
}
