package org.rovingpm.access;

import java.util.EnumSet;
import java.util.Set;

/** The engine's web applications and who may use them. Somebody who works in several starts in the first of them. */
public enum WebApplication {

    /** Opens sorted by due date; its own default is newest first. Process managers review changes of models there. */
    TASKLIST(
            "tasklist",
            "#/?sorting=%5B%7B%22sortBy%22:%22dueDate%22,%22sortOrder%22:%22asc%22%7D%5D",
            EnumSet.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.LIAISON, Role.ROVING_PM, Role.BUDGET_HOLDER),
            EnumSet.of(Role.PROCESS_MANAGER)),
    COCKPIT("cockpit", "", EnumSet.of(Role.PROCESS_MANAGER), EnumSet.noneOf(Role.class)),
    ADMIN("admin", "", EnumSet.of(Role.ADMINISTRATOR), EnumSet.noneOf(Role.class));

    private final String id;
    private final String view;
    private final Set<Role> atHome;
    private final Set<Role> alsoOpenTo;

    WebApplication(String id, String view, Set<Role> atHome, Set<Role> alsoOpenTo) {
        this.id = id;
        this.view = view;
        this.atHome = atHome;
        this.alsoOpenTo = alsoOpenTo;
    }

    /** Its name in the engine's rights. */
    public String id() {
        return id;
    }

    /** The address that opens it. */
    public String address() {
        return "/camunda/app/" + id + "/default/" + view;
    }

    /** Who starts here after signing in. */
    public Set<Role> atHome() {
        return Set.copyOf(atHome);
    }

    /** Who may open it. */
    public Set<Role> users() {
        Set<Role> users = EnumSet.copyOf(atHome);
        users.addAll(alsoOpenTo);
        return Set.copyOf(users);
    }
}
