package org.rovingpm.funding;

import org.rovingpm.contract.ProcessContract;

/** The contract of fund-change.bpmn. */
@ProcessContract(value = FundChangeProcess.KEY, kind = ProcessContract.Kind.STAFF)
public final class FundChangeProcess {

    public static final String KEY = "fund-change";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String FUND_UP_TO_DATE = "endEvent_fundUpToDate";

        private Elements() {}
    }

    private FundChangeProcess() {}
}
