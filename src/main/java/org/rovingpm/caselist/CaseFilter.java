package org.rovingpm.caselist;

import java.time.LocalDate;
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
 * @param due          by when something of theirs is due, a week to report among it
 * @param overdue      only those with a task whose time is up
 * @param adviceOnly   only those that are or were helped by advice, without a placement
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
        DueBy due,
        boolean overdue,
        boolean adviceOnly,
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
            DueBy due,
            boolean overdue,
            boolean adviceOnly,
            boolean confidential) {
        this(text, shown, stage, rating, pm, area, help, held, waiting, due, overdue, adviceOnly, confidential, null);
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

    /** By when a task is due or a week ends; what is overdue is among it. */
    public enum DueBy {
        TODAY("Today", 0),
        WEEK("In the next 7 days", 7),
        FORTNIGHT("In the next 14 days", 14);

        private final String label;
        private final int days;

        DueBy(String label, int days) {
            this.label = label;
            this.days = days;
        }

        public String label() {
            return label;
        }

        /** @return the last day of it */
        LocalDate last(LocalDate today) {
            return today.plusDays(days);
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
        return new CaseFilter(null, shown, null, null, null, null, null, false, null, null, false, false, false);
    }

    public CaseFilter withText(String typed) {
        return new CaseFilter(
                typed,
                shown,
                stage,
                rating,
                pm,
                area,
                help,
                held,
                waiting,
                due,
                overdue,
                adviceOnly,
                confidential,
                referredTo);
    }

    public CaseFilter withShown(Shown other) {
        return new CaseFilter(
                text,
                other,
                stage,
                rating,
                pm,
                area,
                help,
                held,
                waiting,
                due,
                overdue,
                adviceOnly,
                confidential,
                referredTo);
    }

    public CaseFilter withRating(Rating other) {
        return new CaseFilter(
                text,
                shown,
                stage,
                other,
                pm,
                area,
                help,
                held,
                waiting,
                due,
                overdue,
                adviceOnly,
                confidential,
                referredTo);
    }

    public CaseFilter onlyOverdue() {
        return new CaseFilter(
                text,
                shown,
                stage,
                rating,
                pm,
                area,
                help,
                held,
                waiting,
                due,
                true,
                adviceOnly,
                confidential,
                referredTo);
    }

    public CaseFilter onlyHeld() {
        return new CaseFilter(
                text,
                shown,
                stage,
                rating,
                pm,
                area,
                help,
                true,
                waiting,
                due,
                overdue,
                adviceOnly,
                confidential,
                referredTo);
    }

    /** Whether anything but the box and the open, closed or past ones narrows it. */
    public boolean narrowed() {
        return !equals(of(shown).withText(text));
    }
}
