package org.rovingpm.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person does in the scheme, and so what they can ask of the engine. Each role is a group of the engine; a person may
 * have several.
 */
public enum Role {
    COORDINATOR("coordinator", "Coordinator", "Coordinators", Ability.TASKLIST),
    SERVICE_MANAGER("service-manager", "Service manager", "Service managers", Ability.TASKLIST),
    LIAISON("liaison", "Liaison officer", "Liaison officers", Ability.TASKLIST),
    ROVING_PM("roving-pm", "Roving practice manager", "Roving practice managers", Ability.TASKLIST),
    BUDGET_HOLDER("budget-holder", "Budget holder", "Budget holders", Ability.TASKLIST),
    COMMISSIONER("commissioner", "Commissioner", "Commissioners"),
    PROCESS_MANAGER(
            "process-manager",
            "Process manager",
            "Process managers",
            Ability.TASKLIST,
            Ability.COCKPIT,
            Ability.MODELER),
    ADMINISTRATOR("camunda-admin", "Administrator", "Administrators", Ability.ADMIN);

    private final String group;
    private final String one;
    private final String displayName;
    private final Set<Ability> abilities;

    Role(String group, String one, String displayName, Ability... abilities) {
        this.group = group;
        this.one = one;
        this.displayName = displayName;
        this.abilities = Set.of(abilities);
    }

    /** The id of the engine's group. */
    public String group() {
        return group;
    }

    /** What one member is called. */
    public String one() {
        return one;
    }

    /** What its members are called together. */
    public String displayName() {
        return displayName;
    }

    /** What its members can do with the engine. */
    public Set<Ability> abilities() {
        return abilities;
    }

    /**
     * What the members of some groups can do with the engine. A group that is none of ours has been named in a manager's
     * model first: its members do tasks.
     */
    public static Set<Ability> abilitiesOf(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> ofGroup(group).map(Role::abilities).orElse(Set.of(Ability.TASKLIST)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The role of a group; empty for a group that is none of ours. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** The roles among some groups. */
    public static Set<Role> ofGroups(Collection<String> groups) {
        return groups.stream().flatMap(group -> ofGroup(group).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
