package org.rovingpm.supportcase;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.HelpRequest.Outcome;
import org.rovingpm.supportcase.RequestToConfirm.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at each request that a practice has sent: one from an address that is known for the practice opens its case at
 * once; any other must be confirmed by a link first. A request to a practice with an open case is always confirmed, for
 * only the mailbox may learn of that case. Apart from the sending, so that nobody can tell these by the time it takes.
 */
@Component
public class ProcessSentRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSentRequests.class);

    private final HelpRequests requests;
    private final KnownAddresses addresses;
    private final SupportCases cases;
    private final Practices practices;
    private final OpenCase openCase;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ProcessSentRequests(
            HelpRequests requests,
            KnownAddresses addresses,
            SupportCases cases,
            Practices practices,
            OpenCase openCase,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.addresses = addresses;
        this.cases = cases;
        this.practices = practices;
        this.openCase = openCase;
        this.events = events;
        this.transaction = transaction;
    }

    /** Takes up what waits, each for itself: what fails is tried again the next time and holds up nothing else. */
    public void takeUp() {
        for (long id : requests.sent()) {
            try {
                transaction.executeWithoutResult(status -> requests.lockSent(id).ifPresent(this::takeUp));
            } catch (RuntimeException failure) {
                LOG.error("Request for help {} could not be taken up and is tried again", id, failure);
            }
        }
    }

    private void takeUp(HelpRequest request) {
        RequestHelp.Form form = request.form();
        OdsCode practice = new OdsCode(form.odsCode());
        Kind kind = null;
        if (addresses.isHeldFor(practice, request.email())
                && cases.openOf(practice).isEmpty()) {
            kind = Kind.OPENED;
            requests.actedOn(request, Outcome.OPENED, openCase.open(form, OpenCase.PRACTICE));
        } else if (requests.hasHadEnough(request.email())) {
            LOG.warn(
                    "Request for help {} is not confirmed: too many have been sent in the name of its address",
                    request.id());
            requests.takeUp(request, false);
        } else {
            kind = Kind.CONFIRM;
            requests.takeUp(request, true);
        }
        if (kind != null) {
            events.publishEvent(new RequestToConfirm(
                    request.id(), form.contactEmail(), form.contactName(), practices.nameOf(practice), kind));
        }
    }
}
