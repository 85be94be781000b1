package org.rovingpm.caselist;

import java.util.Optional;
import org.rovingpm.access.Role;
import org.rovingpm.supportcase.CaseStage;

/**
 * Which cases are asked for. A null matches everything.
 *
 * @param text         what was typed into the box
 * @param shown        how far along they are
 * @param pm           user id of the PM who supports them
 * @param area         outward part of the postcode of the leading practice
 * @param help         code of a kind of help that was requested
 * @param held         only those on hold
 * @param overdue      only those with a task whose time is up
 * @param confidential only those that are confidential
 * @param referredTo   code of a place to which the practice was referred on
 */
public record CaseFilter(
        String text,
        Shown shown,
        CaseStage stage,
        Rating rating,
        String pm,
        String area,
        String help,
        boolean held,
        WaitingFor waiting,
        boolean overdue,
        boolean confidential,
        String referredTo) {

    /** Wherever the practices were referred on, if they were. */
    public CaseFilter(
            String text,
            Shown shown,
            CaseStage stage,
            Rating rating,
            String pm,
            String area,
            String help,
            boolean held,
            WaitingFor waiting,
            boolean overdue,
            boolean confidential) {
        this(text, shown, stage, rating, pm, area, help, held, waiting, overdue, confidential, null);
    }

    /** Which cases by how far along they are. */
    public enum Shown {
        OPEN("Open"),
        CLOSED("Closed"),
        ALL("Open and closed"),

        /** Of a PM: those that they once supported. */
        PAST("Past");

        private final String label;

        Shown(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The agreed rating, or that there is none. A suggested one is none. */
    public enum Rating {
        RED("Red"),
        AMBER("Amber"),
        GREEN("Green"),
        UNRATED("Not rated yet");

        private final String label;

        Rating(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** For whom a task of the case waits, whether or not somebody has taken it. */
    public enum WaitingFor {
        ME("Me", null),
        PM("The PM", null),
        COORDINATORS("Coordinators", Role.COORDINATOR),
        SERVICE_MANAGERS("Service managers", Role.SERVICE_MANAGER),
        BUDGET_HOLDERS("Budget holders", Role.BUDGET_HOLDER);

        private final String label;
        private final Role role;

        WaitingFor(String label, Role role) {
            this.label = label;
            this.role = role;
        }

        public String label() {
            return label;
        }

        Optional<Role> role() {
            return Optional.ofNullable(role);
        }
    }

    /** All of them. */
    public static CaseFilter of(Shown shown) {
        return new CaseFilter(null, shown, null, null, null, null, null, false, null, false, false);
    }

    public CaseFilter withText(String typed) {
        return new CaseFilter(
                typed, shown, stage, rating, pm, area, help, held, waiting, overdue, confidential, referredTo);
    }

    public CaseFilter withShown(Shown other) {
        return new CaseFilter(
                text, other, stage, rating, pm, area, help, held, waiting, overdue, confidential, referredTo);
    }

    public CaseFilter withRating(Rating other) {
        return new CaseFilter(
                text, shown, stage, other, pm, area, help, held, waiting, overdue, confidential, referredTo);
    }

    public CaseFilter onlyOverdue() {
        return new CaseFilter(
                text, shown, stage, rating, pm, area, help, held, waiting, true, confidential, referredTo);
    }

    public CaseFilter onlyHeld() {
        return new CaseFilter(
                text, shown, stage, rating, pm, area, help, true, waiting, overdue, confidential, referredTo);
    }

    /** Whether anything but the box and the open, closed or past ones narrows it. */
    public boolean narrowed() {
        return !equals(of(shown).withText(text));
    }
}
