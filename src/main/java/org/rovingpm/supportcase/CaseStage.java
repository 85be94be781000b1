package org.rovingpm.supportcase;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The stage of a case, and the only transitions between stages: each is named after what has happened. */
public enum CaseStage {
    REQUESTED("Requested"),
    INFORMATION_NEEDED("Waiting for information"),
    ADVISING("Giving advice"),
    MATCHING("Finding a PM"),
    INTRODUCING("Introducing the PM"),
    PLANNING("Agreeing the job plan"),
    SUPPORTED("Support in place"),
    CLOSING("Closing"),
    CLOSED("Closed"),
    DECLINED("Declined");

    /** What can happen to a case. */
    public enum CaseEvent {
        INFORMATION_ASKED_FOR,
        INFORMATION_RECEIVED,
        REQUEST_DECLINED,
        ADVICE_CHOSEN,
        REQUEST_ACCEPTED,
        PM_MATCHED,
        FIRST_VISIT_REPORTED,
        PLAN_AGREED,
        PM_WITHDRAWN,
        CLOSURE_BEGUN,
        CASE_CLOSED
    }

    private static final Map<CaseEvent, Map<CaseStage, CaseStage>> TRANSITIONS = Map.ofEntries(
            entry(CaseEvent.INFORMATION_ASKED_FOR, Map.of(REQUESTED, INFORMATION_NEEDED)),
            entry(CaseEvent.INFORMATION_RECEIVED, Map.of(INFORMATION_NEEDED, REQUESTED)),
            entry(CaseEvent.REQUEST_DECLINED, Map.of(REQUESTED, DECLINED)),
            entry(CaseEvent.ADVICE_CHOSEN, Map.of(REQUESTED, ADVISING)),
            entry(CaseEvent.REQUEST_ACCEPTED, Map.of(REQUESTED, MATCHING, ADVISING, MATCHING)),
            entry(CaseEvent.PM_MATCHED, Map.of(MATCHING, INTRODUCING)),
            entry(CaseEvent.FIRST_VISIT_REPORTED, Map.of(INTRODUCING, PLANNING)),
            entry(CaseEvent.PLAN_AGREED, Map.of(PLANNING, SUPPORTED)),
            entry(CaseEvent.PM_WITHDRAWN, Map.of(INTRODUCING, MATCHING, PLANNING, MATCHING, SUPPORTED, MATCHING)),
            entry(
                    CaseEvent.CLOSURE_BEGUN,
                    Map.of(
                            REQUESTED,
                            CLOSING,
                            INFORMATION_NEEDED,
                            CLOSING,
                            ADVISING,
                            CLOSING,
                            MATCHING,
                            CLOSING,
                            INTRODUCING,
                            CLOSING,
                            PLANNING,
                            CLOSING,
                            SUPPORTED,
                            CLOSING)),
            entry(CaseEvent.CASE_CLOSED, Map.of(CLOSING, CLOSED)));

    private final String label;

    CaseStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean open() {
        return !Set.of(CLOSED, DECLINED).contains(this);
    }

    boolean allows(CaseEvent event) {
        return TRANSITIONS.get(event).containsKey(this);
    }

    CaseStage after(CaseEvent event) {
        return TRANSITIONS.get(event).get(this);
    }
}
