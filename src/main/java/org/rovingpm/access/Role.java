package org.rovingpm.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person does in the scheme. Each role is a group of the engine; a person may have several. */
public enum Role {
    COORDINATOR("coordinator", "Coordinator", "Coordinators"),
    SERVICE_MANAGER("service-manager", "Service manager", "Service managers"),
    LIAISON("liaison", "Liaison officer", "Liaison officers"),
    ROVING_PM("roving-pm", "Roving practice manager", "Roving practice managers"),
    BUDGET_HOLDER("budget-holder", "Budget holder", "Budget holders"),
    COMMISSIONER("commissioner", "Commissioner", "Commissioners"),
    PROCESS_MANAGER("process-manager", "Process manager", "Process managers"),
    ADMINISTRATOR("camunda-admin", "Administrator", "Administrators");

    private final String group;
    private final String one;
    private final String displayName;

    Role(String group, String one, String displayName) {
        this.group = group;
        this.one = one;
        this.displayName = displayName;
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

    /** The role of a group; empty for a group that is none of ours. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** The roles among some groups. */
    public static Set<Role> ofGroups(Collection<String> groups) {
        return groups.stream().flatMap(group -> ofGroup(group).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
