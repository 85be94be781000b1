package org.rovingpm.casepage.action;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rovingpm.casechange.ChangeCase.Change;

/** A change of a case that has a page of its own below the page of the case. They stand in the order in which they are offered. */
public enum CaseAction {
    HOLD("hold", Change.PUT_ON_HOLD, "Put on hold", "Put the case on hold", List.of("holdUntil")),
    RESUME("resume", Change.RESUME, "Resume", "Resume the case", List.of()),
    RATING("rating", Change.CHANGE_RAG, "Change the RAG rating", "Change the RAG rating", List.of("rag", "agreedWith")),
    VARIATION(
            "variation",
            Change.ASK_FOR_VARIATION,
            "Vary the job plan",
            "Request a variation of the job plan",
            List.of()),
    HOURS(
            "hours",
            Change.CORRECT_HOURS,
            "Correct hours",
            "Correct the hours of a reported week",
            List.of("weekEnding", "hours")),
    PM_WITHDRAWAL("pm-withdrawal", Change.PM_WITHDRAWS, "The PM withdraws", "The PM withdraws", List.of()),
    ANOTHER_PM(
            "another-pm",
            Change.PRACTICE_WANTS_ANOTHER_PM,
            "Find another PM",
            "The practice wants another PM",
            List.of()),
    WITHDRAWAL(
            "withdrawal",
            Change.PRACTICE_WITHDRAWS,
            "End the support",
            "The practice no longer wants support",
            List.of()),

    /** Has a page of its own kind, on which the practice is chosen. */
    ADD_PRACTICE(
            "practice",
            null,
            "Add a practice",
            "Add a practice to the case",
            List.of("odsCode", "contactName", "contactRole", "contactEmail", "contactTelephone", "agreedWith")),

    REMOVE_PRACTICE(
            "practice-removal",
            Change.REMOVE_PRACTICE,
            "Remove a practice",
            "Remove a practice from the case",
            List.of("leavingPractice")),

    /** Has a page of its own kind: nothing changes in the case itself. */
    REFER_ON("referral", null, "Refer on", "Refer the practice on", List.of("referralPlace", "referralReason")),

    /** Has a page of its own kind, on which the other case is chosen. */
    LINK("link", null, "Link to another case", "Link to another case", List.of("other", "how"));

    /** Every address of those that are a change, as a pattern. */
    public static final String ADDRESSES =
            "hold|resume|rating|variation|hours|pm-withdrawal|another-pm|withdrawal|practice-removal";

    private static final String OWN_WITHDRAWAL = "Withdraw from this case";

    private final String address;
    private final Change change;
    private final String button;
    private final String title;
    private final List<String> fields;

    CaseAction(String address, Change change, String button, String title, List<String> fields) {
        this.address = address;
        this.change = change;
        this.button = button;
        this.title = title;
        this.fields = fields;
    }

    /** The last part of its address: {@code /cases/RPM-2026-0042/hold}. */
    public String address() {
        return address;
    }

    /** @return the change that it makes; empty where it changes nothing in the case itself */
    public Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    /** @param byPm whether the PM of the case reads it, of whom some actions speak */
    public String button(boolean byPm) {
        return this == PM_WITHDRAWAL && byPm ? OWN_WITHDRAWAL : button;
    }

    /** As {@link #button(boolean)}: the heading of its page and the button there. */
    public String title(boolean byPm) {
        return this == PM_WITHDRAWAL && byPm ? OWN_WITHDRAWAL : title;
    }

    /** The fields of the form that only some changes have; why, they all ask. */
    public List<String> fields() {
        return fields;
    }

    public static Optional<CaseAction> at(String address) {
        return Arrays.stream(values())
                .filter(action -> action.address.equals(address))
                .findFirst();
    }
}
