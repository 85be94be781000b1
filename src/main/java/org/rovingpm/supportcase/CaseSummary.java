package org.rovingpm.supportcase;

import java.util.stream.Collectors;
import org.rovingpm.engine.FormText;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCase.Request;
import org.springframework.stereotype.Component;

/** A case in a few lines, as forms show it. */
@Component
public class CaseSummary {

    private static final int MOST_ADDED = 5;

    private final SupportCases cases;
    private final Practices practices;
    private final Timeline timeline;

    CaseSummary(SupportCases cases, Practices practices, Timeline timeline) {
        this.cases = cases;
        this.practices = practices;
        this.timeline = timeline;
    }

    /** @return the case in one line with a link to its page, as Markdown */
    public String of(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        Practice practice = practice(supportCase);
        return "[%s](/cases/%s) · **%s** (%s) · RAG %s · %s"
                .formatted(
                        FormText.escaped(reference.value()),
                        reference,
                        FormText.escaped(practice.name()),
                        practice.code(),
                        supportCase.rag() == null
                                ? "not yet agreed"
                                : supportCase.rag().label(),
                        supportCase.stage().label());
    }

    /** @return what the practice asked for, as Markdown */
    public String requestOf(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        Practice practice = practice(supportCase);
        Request request = supportCase.request();
        FormText text = new FormText()
                .line(
                        "Help asked for",
                        request.helpKinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")))
                .line("What has happened", request.whatHappened())
                .line("Since", request.since())
                .line("At risk", request.atRisk())
                .line("At risk by", request.atRiskBy())
                .line("Services to patients at risk", request.servicesAtRisk() ? "Yes" : null)
                .line("Pay of the staff at risk", request.payrollAtRisk() ? "Yes" : null)
                .line("PM's post vacant", request.pmPostVacant())
                .line(request.eventKind() == null ? "" : request.eventKind().label(), request.eventOn())
                .line(
                        "CQC rating",
                        request.cqcRating().name().charAt(0)
                                + request.cqcRating()
                                        .name()
                                        .substring(1)
                                        .toLowerCase()
                                        .replace('_', ' '))
                .line(
                        "List size",
                        request.listSize() == null ? "not known" : "%,d patients".formatted(request.listSize()))
                .line("Practice", "%s, %s".formatted(practice.name(), practice.address()))
                .line("Contact", contact(request))
                .line(
                        "Referred by the liaison team; consent given by",
                        request.referredByLiaison()
                                ? request.consentGivenBy() + " on " + FormText.date(request.consentOn())
                                : null)
                .line("Confidential", request.confidential() ? "Yes: do not share beyond the scheme's staff" : null)
                .line("Requested", request.at());
        timeline.of(reference, ConfirmRequest.ADDED, MOST_ADDED)
                .forEach(added -> text.line("Added by the practice on " + FormText.time(added.at()), added.reason()));
        return text.markdown();
    }

    /** @return whom to speak to at the practice, as Markdown */
    public String contactOf(CaseReference reference) {
        return new FormText()
                .line("Contact", contact(cases.get(reference).request()))
                .markdown();
    }

    private Practice practice(SupportCase supportCase) {
        return practices.find(supportCase.practice()).orElseThrow();
    }

    private static String contact(Request request) {
        return "%s, %s, %s%s"
                .formatted(
                        request.contactName(),
                        request.contactRole(),
                        request.contactEmail(),
                        request.contactTelephone() == null ? "" : ", " + request.contactTelephone());
    }
}
