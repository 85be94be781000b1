package org.rovingpm.access;

/**
 * What somebody can do with the engine. A {@link Role} is a set of abilities, and each ability is a list of calls of the
 * engine's interfaces, beside which there are no others. It opens a door only: what may be seen and done behind it is a
 * matter of rights.
 */
public enum Ability {

    /** Find, claim and do tasks, and start processes by their forms. */
    TASKLIST("Tasklist"),

    /** Watch processes, decisions and failures, and mend what has failed. */
    COCKPIT("Cockpit"),

    /** Manage accounts, groups and the rights of groups that managers' models name. */
    ADMIN("Admin"),

    /** Put models in force from the Camunda Modeler. */
    MODELER("Camunda Modeler");

    private final String application;

    Ability(String application) {
        this.application = application;
    }

    /** What it is done with, as people call it. */
    public String application() {
        return application;
    }
}
