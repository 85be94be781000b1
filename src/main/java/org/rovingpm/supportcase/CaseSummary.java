package org.rovingpm.supportcase;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
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
    private final CasePractices casePractices;
    private final Timeline timeline;

    CaseSummary(SupportCases cases, Practices practices, CasePractices casePractices, Timeline timeline) {
        this.cases = cases;
        this.practices = practices;
        this.casePractices = casePractices;
        this.timeline = timeline;
    }

    /** @return the case in one line with a link to its page, as Markdown */
    public String of(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        return "[%s](/cases/%s) · %s · RAG %s · %s"
                .formatted(
                        FormText.escaped(reference.value()),
                        reference,
                        practices(supportCase)
                                .map(practice ->
                                        "**%s** (%s)".formatted(FormText.escaped(practice.name()), practice.code()))
                                .collect(Collectors.joining(", ")),
                        supportCase.rag() == null
                                ? "not yet agreed"
                                : supportCase.rag().label(),
                        supportCase.stage().label());
    }

    /** @return what was requested, as Markdown */
    public String requestOf(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        Request request = supportCase.request();
        FormText text = new FormText();
        if (request.referral().confidential()) {
            text.line("Confidential", "do not share this beyond the scheme's staff");
        }
        practices(supportCase)
                .forEach(practice -> text.line("Practice", "%s, %s".formatted(practice.name(), practice.address())));
        RequestFields.given(request)
                .forEach(answer -> text.line(answer.field().label(), String.join(", ", answer.texts())));
        text.line("Requested", request.at());
        timeline.of(reference, Timeline.ANOTHER_REQUEST, MOST_ADDED)
                .forEach(added ->
                        text.line("Added by the practice on " + BritishFormat.dateAndTime(added.at()), added.reason()));
        return text.markdown();
    }

    /** @return who to speak to at each practice, as Markdown */
    public String contactOf(CaseReference reference) {
        FormText text = new FormText();
        casePractices.of(reference).forEach(practice -> {
            RequestAnswers.Contact contact = practice.contact();
            text.line(
                    practice.leads() ? "Contact" : "Contact at " + practices.nameOf(practice.code()),
                    Stream.of(contact.contactName(), contact.contactRole(), contact.contactEmail())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")),
                    contact.contactTelephone());
        });
        return text.markdown();
    }

    private Stream<Practice> practices(SupportCase supportCase) {
        Map<OdsCode, Practice> byCode = practices.findAll(supportCase.practices());
        return supportCase.practices().stream().map(byCode::get);
    }
}
