package org.rovingpm.casepage;

import java.sql.Types;
import java.util.Collection;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see a case: the office sees all cases, a PM those they support now. Nobody sees a case that is {@linkplain HiddenCases
 * hidden from them}, whatever their role.
 */
@Component
public class CaseAccess {

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    CaseAccess(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** @return false also if there is no such case, so that nobody learns which cases exist */
    public boolean maySee(String user, Collection<String> groups, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from published_case c
                    where c.reference = :reference
                      and (:staff or exists (select from published_placement p
                               where p.case_reference = c.reference and p.pm = :user and p.ended_on is null))
                      and not exists (select from published_hidden_cases(:user, :today) h
                               where h.case_reference = c.reference))""")
                .param("reference", reference.value())
                .param("user", user)
                .param("today", hiddenCases.today())
                .param("staff", Office.includes(groups))
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether somebody who may not see the case has work in it now, such as an offer to answer, and so sees its outline.
     *
     * @return false also if there is no such case
     */
    public boolean maySeeOutline(String user, Collection<String> groups, CaseReference reference) {
        return jdbc.sql("""
                select exists (
                    select from published_open_task t
                    where t.case_reference = :reference
                      and exists (select from published_case c where c.reference = t.case_reference)
                      and (t.assignee = :user
                           or t.assignee is null and exists (select from published_open_task_group g
                               where g.task_id = t.task_id and g.group_id = any(:groups)))
                      and not exists (select from published_hidden_cases(:user, :today) h
                               where h.case_reference = t.case_reference))""")
                .param("reference", reference.value())
                .param("user", user)
                .param("groups", groups.toArray(String[]::new), Types.ARRAY)
                .param("today", hiddenCases.today())
                .query(Boolean.class)
                .single();
    }

    /** Whether the case is hidden from this person, whatever their role and their tasks. */
    public boolean isHiddenFrom(String user, CaseReference reference) {
        return hiddenCases.hides(reference, user);
    }
}
