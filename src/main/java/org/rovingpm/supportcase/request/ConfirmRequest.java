package org.rovingpm.supportcase.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.Secret;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.information.RecordFurtherInformation;
import org.rovingpm.supportcase.request.HelpRequest.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on a request whose link has been opened and confirmed: opens its case or, where the mailbox may know of an open
 * case of the practice, adds to that. A request from an address that is not trusted gets a case of its own although there is
 * one already, and its sender does not learn of that one: the coordinator sees both and rings back.
 */
@Component
public class ConfirmRequest {

    private final HelpRequests requests;
    private final RequestHelp requestHelp;
    private final TrustedAddresses addresses;
    private final SupportCases cases;
    private final Timeline timeline;
    private final OpenCase openCase;
    private final ApplicationEventPublisher events;
    private final CasePractices casePractices;
    private final Practices practices;

    ConfirmRequest(
            HelpRequests requests,
            RequestHelp requestHelp,
            TrustedAddresses addresses,
            SupportCases cases,
            Timeline timeline,
            OpenCase openCase,
            ApplicationEventPublisher events,
            CasePractices casePractices,
            Practices practices) {
        this.requests = requests;
        this.requestHelp = requestHelp;
        this.addresses = addresses;
        this.cases = cases;
        this.timeline = timeline;
        this.openCase = openCase;
        this.events = events;
        this.casePractices = casePractices;
        this.practices = practices;
    }

    /** @return the open case that confirming the request would add to; empty if it would open one */
    public Optional<SupportCase> wouldAddTo(HelpRequest request) {
        return addresses.openCaseKnownTo(new OdsCode(request.form().odsCode()), request.email());
    }

    /**
     * Acts on the request once, however often it is confirmed.
     *
     * @return the result; empty if the link confirms nothing, or nothing any more
     */
    @Transactional
    public Optional<HelpRequest> confirm(Secret link) {
        requests.lockConfirmedBy(link)
                .filter(request -> request.outcome() == null)
                .ifPresent(this::act);
        return requests.confirmedBy(link);
    }

    private void act(HelpRequest request) {
        RequestHelp.Form form = request.form();
        OdsCode practice = new OdsCode(form.odsCode());
        casePractices.lock(
                Stream.concat(Stream.of(practice), request.further().stream().map(one -> new OdsCode(one.odsCode())))
                        .toList());
        Optional<SupportCase> open = addresses.openCaseKnownTo(practice, request.email());
        requests.confirm(practice, request.email());
        if (open.isPresent()) {
            add(request, open.get());
            requests.actedOn(request, Outcome.ADDED, open.get().reference());
        } else {
            List<Problem> problems = requestHelp.problems(form);
            if (!problems.isEmpty()) {
                throw new Refusal(problems);
            }
            requests.actedOn(request, Outcome.OPENED, open(request, practice));
        }
    }

    private CaseReference open(HelpRequest request, OdsCode practice) {
        String others = cases.openOf(practice).stream()
                .map(one -> one.reference().value())
                .collect(Collectors.joining(", "));
        CaseReference reference = openCase.open(request.taken(), OpenCase.PRACTICE);
        if (!others.isEmpty()) {
            timeline.add(
                    reference,
                    "system",
                    "Another case is open: " + others,
                    null,
                    null,
                    "The request came from an address that is not known for the practice, so its sender has not been told of the open case.");
        }
        return reference;
    }

    /** Nobody is asked anything because of what was added: the coordinator reads it first. */
    private String othersNamed(HelpRequest request) {
        return request.further().isEmpty()
                ? null
                : "They also name "
                        + practices.nameOf(request.further().stream()
                                .map(one -> new OdsCode(one.odsCode()))
                                .toList())
                        + ".";
    }

    private void add(HelpRequest request, SupportCase open) {
        RequestHelp.Form form = request.form();
        if (open.request().situation().whatHappened().equals(form.situation().whatHappened())) {
            return;
        }
        timeline.add(
                open.reference(),
                OpenCase.PRACTICE,
                Timeline.ANOTHER_REQUEST,
                null,
                form.situation().helpKinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")),
                Stream.of(form.situation().whatHappened(), form.risk().atRisk(), othersNamed(request))
                        .filter(text -> text != null)
                        .collect(Collectors.joining("\n\n")));
        if (open.stage() == CaseStage.INFORMATION_NEEDED && !open.onHold()) {
            openCase.answer(
                    open.reference(),
                    new RecordFurtherInformation.Form(
                            form.situation().whatHappened(), form.contact().contactName()));
        } else {
            events.publishEvent(new RequestAdded(open.reference(), request.id()));
        }
    }
}
