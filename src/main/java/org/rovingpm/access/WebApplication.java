package org.rovingpm.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The engine's web applications and who may use them. Somebody who works in several starts in the first of them. */
public enum WebApplication {

    /** Opens sorted by due date; its own default is newest first. Process managers review changes of models there. */
    TASKLIST(
            "tasklist",
            "#/?sorting=%5B%7B%22sortBy%22:%22dueDate%22,%22sortOrder%22:%22asc%22%7D%5D",
            Ability.TASKLIST,
            Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.LIAISON, Role.ROVING_PM, Role.BUDGET_HOLDER)),
    COCKPIT("cockpit", "", Ability.COCKPIT, Set.of(Role.PROCESS_MANAGER)),
    ADMIN("admin", "", Ability.ADMIN, Set.of(Role.ADMINISTRATOR));

    private final String id;
    private final String view;
    private final Ability ability;
    private final Set<Role> atHome;

    WebApplication(String id, String view, Ability ability, Set<Role> atHome) {
        this.id = id;
        this.view = view;
        this.ability = ability;
        this.atHome = atHome;
    }

    /** Its name in the engine's rights. */
    public String id() {
        return id;
    }

    /** The address that opens it. */
    public String address() {
        return "/camunda/app/" + id + "/default/" + view;
    }

    /** What its users must be able to do. */
    public Ability ability() {
        return ability;
    }

    /** Who starts here after signing in. */
    public Set<Role> atHome() {
        return atHome;
    }

    /** Who may open it. */
    public Set<Role> users() {
        return Arrays.stream(Role.values())
                .filter(role -> role.abilities().contains(ability))
                .collect(Collectors.toUnmodifiableSet());
    }
}
