package org.rovingpm.casepage;

import java.util.Collection;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see a case: coordinators and service managers all of them, a PM those they support now. Nobody with a declared
 * interest in the practice sees its case, whatever their role (the scheme's rule on conflicts of interest).
 */
@Component
public class CaseAccess {

    private static final Set<String> STAFF = Set.of(Role.COORDINATOR.group(), Role.SERVICE_MANAGER.group());
    private static final String NO_INTEREST = DeclaredInterests.noneBetween(":user", "c.ods_code");

    private final JdbcClient jdbc;
    private final DeclaredInterests interests;

    CaseAccess(JdbcClient jdbc, DeclaredInterests interests) {
        this.jdbc = jdbc;
        this.interests = interests;
    }

    /** @return false also where there is no such case, so that nobody learns which exist */
    public boolean maySee(String user, Collection<String> groups, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from support_case c
                    where c.reference = :reference
                      and (:staff or exists (
                          select from placement p where p.case_reference = c.reference and p.pm = :user and p.ended_on is null))
                      and %s)""".formatted(NO_INTEREST))
                .param("reference", reference.value())
                .param("user", user)
                .param("today", interests.today())
                .param("staff", isOffice(groups))
                .query(Boolean.class)
                .single();
    }

    /** Whether this person has declared an interest in the practice of the case that still holds. */
    public boolean hasInterest(String user, CaseReference reference) {
        return jdbc.sql("select exists (select from support_case c where c.reference = :reference and not (%s))"
                        .formatted(NO_INTEREST))
                .param("reference", reference.value())
                .param("user", user)
                .param("today", interests.today())
                .query(Boolean.class)
                .single();
    }

    /** Whether these are the groups of somebody of the scheme's office: a coordinator or a service manager. */
    public static boolean isOffice(Collection<String> groups) {
        return groups.stream().anyMatch(STAFF::contains);
    }
}
