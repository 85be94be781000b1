package org.rovingpm.stuck.web;

import java.time.Instant;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.Viewer;

/**
 * A row of the list for its reader: its texts and links.
 *
 * @param late     for how long, in words
 * @param since    in London
 * @param caseLink page of the case; null if the reader may not see it
 * @param taskLink the task in Tasklist, or null
 * @param instance the process instance in Cockpit, or null
 */
record StuckCaseRow(
        StuckCase stuck,
        String late,
        String since,
        String caseLink,
        String taskLink,
        String instance,
        boolean mayRetry,
        boolean mayRemind,
        boolean maySendAgain,
        boolean mayReassign) {

    static StuckCaseRow of(StuckCase stuck, Viewer viewer, Instant now) {
        boolean ofTask = stuck.task() != null;
        boolean failing = stuck.cause().isFailure() && stuck.instance() != null;
        return new StuckCaseRow(
                stuck,
                stuck.lateness(now),
                BritishFormat.dateAndTime(stuck.since()),
                viewer.seesPractices() && stuck.reference() != null ? "/cases/" + stuck.reference() : null,
                viewer.seesPractices() && ofTask ? "/camunda/app/tasklist/default/#/?task=" + stuck.task() : null,
                viewer.usesCockpit() && stuck.instance() != null
                        ? "/camunda/app/cockpit/default/#/process-instance/" + stuck.instance() + "/runtime"
                        : null,
                viewer.mayRetry() && failing,
                viewer.mayRemind() && (ofTask && stuck.person() != null || stuck.cause() == Cause.LINK_UNANSWERED),
                viewer.mayRemind()
                        && stuck.cause() == Cause.MESSAGE_NOT_DELIVERED
                        && stuck.instance() == null
                        && !stuck.retrying(),
                viewer.mayReassign() && ofTask);
    }
}
