package org.rovingpm.matching;

import org.rovingpm.contract.Indexed;
import org.rovingpm.contract.Moment;
import org.rovingpm.contract.ProcessContract;

/** The contract of manager-matching.bpmn. */
@ProcessContract(value = ManagerMatchingProcess.KEY, kind = ProcessContract.Kind.CASE)
public final class ManagerMatchingProcess {

    public static final String KEY = "manager-matching";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String DRAW_UP_SHORTLIST = "serviceTask_drawUpShortlist";
        public static final String CHOOSE_PM = "userTask_choosePm";

        public static final String RESPOND_TO_OFFER = "userTask_respondToOffer";

        public static final String WITHDRAW_OFFER = "serviceTask_withdrawOffer";

        @Indexed
        public static final String RESOLVE_MISSING_PM = "userTask_resolveMissingPm";

        public static final String REPEAT_SEARCH = "serviceTask_repeatSearch";

        public static final String NO_PM_FOUND = "endEvent_noPmFound";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String OFFER_DEADLINE_PASSED = "boundaryEvent_offerDeadlinePassed";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether the shortlist has anybody on it. */
        public static final String ANYONE_SUITABLE = "anyoneSuitable";

        /** Boolean: whether a search beside the open task has found somebody whom the one before had not. */
        public static final String ANYBODY_NEW = "anybodyNew";

        /** Boolean: whether the service manager has chosen somebody. */
        public static final String PM_CHOSEN = "pmChosen";

        /** When silence withdraws the offer. */
        @Moment
        public static final String OFFER_EXPIRES_AT = "offerExpiresAt";

        /** Boolean: whether the PM has accepted. */
        public static final String OFFER_ACCEPTED = "offerAccepted";

        /** Boolean: whether to search again. */
        public static final String SEARCH_AGAIN = "searchAgain";

        /** Boolean: the outcome, for the process that called. */
        public static final String PM_MATCHED = "pmMatched";

        private Variables() {}
    }

    private ManagerMatchingProcess() {}
}
