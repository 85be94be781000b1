package org.rovingpm.supportcase.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.practices.JoiningRules;
import org.rovingpm.supportcase.practices.JoiningRules.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a request that has been written on our pages. One of a practice only waits from then on ({@link ProcessSentRequests}):
 * sending takes the same time and says the same whether the practice has a case or not, and whether its address is known.
 */
@Component
public class SendRequest {

    private final HelpRequests requests;
    private final RequestHelp requestHelp;
    private final OpenCase openCase;
    private final JoiningRules rules;
    private final ApplicationEventPublisher events;

    SendRequest(
            HelpRequests requests,
            RequestHelp requestHelp,
            OpenCase openCase,
            JoiningRules rules,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.requestHelp = requestHelp;
        this.openCase = openCase;
        this.rules = rules;
        this.events = events;
    }

    /** Seems to send the request, and does not: a field that only programs see was filled in, and they are not told so. */
    @Transactional
    public void pretendToSend(HelpRequest request, RequestHelp.TakenRequest taken) {
        if (requests.send(request, taken, emailOf(taken))) {
            requests.markProcessed(request, false);
        }
    }

    /**
     * Does nothing if it has been sent before. Refuses a request that is incomplete or contradictory.
     *
     * @param taken what was written; only of a referral with viewers of its case, perhaps with further practices
     */
    @Transactional
    public void send(HelpRequest request, RequestHelp.TakenRequest taken) {
        List<Problem> problems = Stream.concat(
                        requestHelp.problems(taken.request()).stream(),
                        rules
                                .problems(
                                        taken.request().odsCode(),
                                        taken.furtherPractices(),
                                        request.referrer() == null ? By.PRACTICE : By.REFERRER,
                                        request.referrer())
                                .stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        boolean sent = requests.send(request, taken, emailOf(taken));
        if (sent && request.referrer() != null) {
            CaseReference reference = openCase.open(taken, request.referrer());
            requests.actedOn(request, HelpRequest.Outcome.OPENED, reference);
            events.publishEvent(new ReferralOpened(request.id(), reference, request.referrer()));
        }
    }

    private static String emailOf(RequestHelp.TakenRequest taken) {
        return taken.request().contact().contactEmail().toLowerCase(Locale.ROOT);
    }
}
