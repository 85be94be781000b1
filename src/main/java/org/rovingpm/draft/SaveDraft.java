package org.rovingpm.draft;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves what somebody has typed into the form of a task that is theirs to do. It is stored as it is, and completes nothing. */
@Service
public class SaveDraft {

    private static final int MOST_BYTES = 100_000;

    /**
     * What came of it.
     *
     * @param draft    as it is now
     * @param replaced when another device had saved what this one did not know of and has now replaced; null if none had
     */
    public record Saved(Draft draft, Instant replaced) {}

    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    SaveDraft(Drafts drafts, JdbcClient jdbc, HiddenCases hiddenCases) {
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * @param known   the revision that the form knows of; 0 for none
     * @param answers a JSON object
     * @return empty if there is no such task, or it is not theirs to do
     * @throws Refusal for more than any form holds
     */
    @Transactional
    public Optional<Saved> save(String task, String person, Collection<String> groups, long known, String answers) {
        if (answers.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refusal("This is too long to be saved as a draft: shorten the texts.");
        }
        if (!mayDo(task, person, groups)) {
            return Optional.empty();
        }
        Optional<Instant> replaced = drafts.lock(task, person)
                .filter(other -> other.revision() > known)
                .map(Draft::savedAt);
        return Optional.of(new Saved(drafts.save(task, person, answers), replaced.orElse(null)));
    }

    /** Whether the task is this person's, or is free and offered to one of their groups, and its case is not hidden from them. */
    public boolean mayDo(String task, String person, Collection<String> groups) {
        return jdbc.sql("""
                select exists (
                    select from published_open_task t
                    where t.task_id = :task
                      and (t.assignee = :person
                           or t.assignee is null and exists (select from published_open_task_group g
                               where g.task_id = t.task_id and g.group_id = any (:groups)))
                      and not exists (select from published_hidden_cases(:person, :today) h
                               where h.case_reference in (t.case_reference, t.root_reference)))""")
                .param("task", task)
                .param("person", person)
                .param("groups", groups.toArray(String[]::new), Types.ARRAY)
                .param("today", hiddenCases.today())
                .query(Boolean.class)
                .single();
    }
}
