package org.rovingpm.matching.process;

/** The contract of manager-matching.bpmn: its key, its steps, and the variables that its gateways ask. */
public final class ManagerMatchingProcess {

    public static final String KEY = "manager-matching";

    public static final String START = "startEvent_matchingAskedFor";
    public static final String DRAW_UP_SHORTLIST = "serviceTask_drawUpShortlist";
    public static final String CHOOSE_PM = "userTask_choosePm";
    public static final String RESPOND_TO_OFFER = "userTask_respondToOffer";
    public static final String OFFER_DEADLINE_PASSED = "boundaryEvent_offerDeadlinePassed";
    public static final String WITHDRAW_OFFER = "serviceTask_withdrawOffer";
    public static final String RESOLVE_MISSING_PM = "userTask_resolveMissingPm";
    public static final String ROSTER_CHANGED = "boundaryEvent_rosterChanged";
    public static final String PM_MATCHED_END = "endEvent_pmMatched";
    public static final String NO_PM_FOUND_END = "endEvent_noPmFound";

    /** Boolean: whether the shortlist has anybody on it. */
    public static final String ANYONE_SUITABLE = "anyoneSuitable";
    /** Boolean: whether the service manager has chosen somebody. */
    public static final String PM_CHOSEN = "pmChosen";
    /** Moment at which silence withdraws the offer, as its timer was set first. */
    public static final String OFFER_EXPIRES_AT = "offerExpiresAt";
    /** Boolean: whether the PM has accepted. */
    public static final String OFFER_ACCEPTED = "offerAccepted";
    /** Boolean: whether to search again. */
    public static final String SEARCH_AGAIN = "searchAgain";
    /** Boolean: the outcome, for the process that called. */
    public static final String PM_MATCHED = "pmMatched";

    private ManagerMatchingProcess() {}
}
