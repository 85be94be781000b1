package org.rovingpm.supportcase.request;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.request.HelpRequest.Outcome;
import org.rovingpm.supportcase.request.RequestToConfirm.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes each request that a practice has sent: one from a trusted address opens its case at once; any other must be
 * confirmed by a link first. A request of a practice with an open case is always confirmed, because only the mailbox may
 * learn of that case. This runs after sending, so that nobody can tell these apart by the time that sending takes.
 */
@Component
public class ProcessSentRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSentRequests.class);

    private final HelpRequests requests;
    private final TrustedAddresses addresses;
    private final SupportCases cases;
    private final Practices practices;
    private final OpenCase openCase;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ProcessSentRequests(
            HelpRequests requests,
            TrustedAddresses addresses,
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

    /** Processes what is waiting, each request by itself: one that fails is tried again next time and delays no other. */
    public void process() {
        for (long id : requests.sent()) {
            try {
                transaction.executeWithoutResult(status -> requests.lockSent(id).ifPresent(this::process));
            } catch (RuntimeException failure) {
                LOG.error("Request for help {} could not be processed and will be tried again", id, failure);
            }
        }
    }

    private void process(HelpRequest request) {
        RequestHelp.Form form = request.form();
        OdsCode practice = new OdsCode(form.odsCode());
        Kind kind = null;
        if (addresses.isTrustedFor(practice, request.email())
                && cases.openOf(practice).isEmpty()) {
            kind = Kind.OPENED;
            requests.actedOn(request, Outcome.OPENED, openCase.open(request.taken(), OpenCase.PRACTICE));
        } else if (requests.hasReachedLinkLimit(request.email())) {
            LOG.warn("Request for help {} gets no link: its address has been sent too many already", request.id());
            requests.markProcessed(request, false);
        } else {
            kind = Kind.CONFIRM;
            requests.markProcessed(request, true);
        }
        if (kind != null) {
            events.publishEvent(new RequestToConfirm(
                    request.id(),
                    form.contact().contactEmail(),
                    form.contact().contactName(),
                    practices.nameOf(practice),
                    kind));
        }
    }
}
