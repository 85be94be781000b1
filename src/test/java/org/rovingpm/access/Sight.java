package org.rovingpm.access;

import static org.rovingpm.access.Role.ADMINISTRATOR;
import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COMMISSIONER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.LIAISON;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.Set;

/**
 * What each role sees at each door. The documentation's table is written from this one, and a test asks for every cell of it, as
 * each role: of a case of the person's own, of another's, and of one that is hidden from them.
 */
public enum Sight {
    CASE_PAGE(true, "A case on its page: request, need, notes, documents, timeline", "page", office(), pms()),
    CASE_IN_LIST(true, "A case in the list of cases, its search, its counts and its files", "page", office(), pms()),
    CASE_EVENTS(true, "What has happened in it lately, on the first page and behind it", "page", office(), pms()),
    CASE_PANEL(true, "The case beside a task", "Tasklist", office(), pms()),
    LISTED(true, "A task in lists and counts", "Tasklist", office(), pms()),
    LISTED_BY_API(true, "A task in lists and counts", "API", office(), pms()),
    PRACTICE_ON_CARD(true, "The names of practices on its card, and by searching", "Tasklist", office(), pms()),
    PRACTICE_BY_API(true, "The names of practices on its card, and by searching", "API", office(), pms()),
    FORM(true, "What its form shows of the case", "Tasklist", office(), pms()),
    FORM_BY_API(true, "What its form shows of the case", "API", office(), pms()),
    TASK(true, "That there is a task: step, due date, and whose it is by user id", "Tasklist", watchers(), pms()),
    TASK_BY_API(true, "That there is a task: step, due date, and whose it is by user id", "API", watchers(), pms()),
    INSTANCE(true, "Where a case's process stands", "Cockpit", Set.of(PROCESS_MANAGER), Set.of()),
    INSTANCE_BY_API(true, "Where a case's process stands", "API", watchers(), pms()),
    VARIABLES(
            true,
            "Its variables: case number, rating, PM by user id, and nothing of the practice",
            "Cockpit",
            Set.of(PROCESS_MANAGER),
            Set.of()),
    VARIABLES_BY_API(
            true,
            "Its variables: case number, rating, PM by user id, and nothing of the practice",
            "API",
            Set.of(PROCESS_MANAGER),
            Set.of()),
    HISTORY(true, "What it has gone through", "Cockpit", watchers(), Set.of()),
    FIGURES(
            false,
            "The scheme in figures: open cases by stage, without confidential ones",
            "page",
            Set.of(COMMISSIONER),
            Set.of()),
    WATCH_LIST(
            false,
            "The watch list: practices that may need help and have not asked for it",
            "page",
            Set.of(SERVICE_MANAGER, LIAISON),
            Set.of()),
    STUCK(false, "Stuck cases: number, step and cause", "page", watchers(), Set.of()),
    BULK(false, "Bulk changes", "page", Set.of(SERVICE_MANAGER, PROCESS_MANAGER), Set.of()),
    MODELS(false, "Models", "Cockpit", Set.of(PROCESS_MANAGER), Set.of()),
    MODELS_BY_API(false, "Models", "API", Set.of(PROCESS_MANAGER), Set.of()),
    CHANGES(false, "Changes of models and their review", "page", Set.of(PROCESS_MANAGER), Set.of()),
    TEMPLATES(false, "Templates of messages", "page", Set.of(SERVICE_MANAGER, PROCESS_MANAGER), Set.of()),
    OWN_INTERESTS(
            false,
            "One's own declarations of interest",
            "page",
            Set.of(COORDINATOR, SERVICE_MANAGER, LIAISON, ROVING_PM, BUDGET_HOLDER, PROCESS_MANAGER),
            Set.of()),
    ALL_INTERESTS(
            false,
            "Everybody's declarations of interest, and who is kept out of a case",
            "page",
            Set.of(SERVICE_MANAGER),
            Set.of()),
    ACCOUNTS(false, "Other people's accounts", "API", Set.of(ADMINISTRATOR), Set.of()),
    RIGHTS(false, "Rights of groups", "API", Set.of(ADMINISTRATOR), Set.of());

    private final boolean ofCase;
    private final String thing;
    private final String door;
    private final Set<Role> all;
    private final Set<Role> own;

    Sight(boolean ofCase, String thing, String door, Set<Role> all, Set<Role> own) {
        this.ofCase = ofCase;
        this.thing = thing;
        this.door = door;
        this.all = all;
        this.own = own;
    }

    private static Set<Role> office() {
        return Set.of(COORDINATOR, SERVICE_MANAGER);
    }

    private static Set<Role> watchers() {
        return Set.of(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER);
    }

    private static Set<Role> pms() {
        return Set.of(ROVING_PM);
    }

    /** Whether it is of one case, and so is not there for whoever the case is hidden from. */
    public boolean isOfCase() {
        return ofCase;
    }

    public String thing() {
        return thing;
    }

    public String door() {
        return door;
    }

    /** Whether the role sees it of every case that is not hidden. */
    public boolean ofAll(Role role) {
        return all.contains(role);
    }

    /** Whether the role sees it of a case or a task of the person's own. */
    public boolean ofOwn(Role role) {
        return all.contains(role) || own.contains(role);
    }
}
