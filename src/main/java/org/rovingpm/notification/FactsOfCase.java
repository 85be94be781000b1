package org.rovingpm.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HelpKind;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.workingtime.SchemeTime;
import org.springframework.stereotype.Component;

/** What every message about a case may say. */
@Component
class FactsOfCase implements MessageFacts {

    private final SupportCases cases;
    private final Practices practices;
    private final MessageSettings settings;

    FactsOfCase(SupportCases cases, Practices practices, MessageSettings settings) {
        this.cases = cases;
        this.practices = practices;
        this.settings = settings;
    }

    @Override
    public String about() {
        return KnownFacts.CASE;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.text("caseReference", "The number of the case", "RPM-2026-0042"),
                Fact.text("practiceName", "The practice", "Willow Lane Surgery"),
                Fact.text("contactName", "Whom to speak to at the practice", "Ann Field"),
                Fact.text("contactEmail", "Their e-mail address", "ann.field@example.org"),
                Fact.optional("contactTelephone", "Their telephone number, where it is known", "0115 496 0000"),
                Fact.text("helpAskedFor", "The kinds of help asked for", "Finances, Cover for an absent or sick PM"),
                Fact.text("requestedOn", "The day of the request", "Monday 23 November 2026"),
                Fact.text(
                        "caseLink",
                        "The page of the case, for staff and PMs",
                        "https://example.org/cases/RPM-2026-0042"),
                Fact.text("taskListLink", "The task list, for staff and PMs", "https://example.org/"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        SupportCase.Request request = supportCase.request();
        Map<String, Object> facts = new HashMap<>();
        facts.put("caseReference", reference.value());
        facts.put("practiceName", practices.nameOf(supportCase.practice()));
        facts.put("contactName", request.contactName());
        facts.put("contactEmail", request.contactEmail());
        facts.put("contactTelephone", request.contactTelephone());
        facts.put(
                "helpAskedFor",
                request.helpKinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")));
        facts.put(
                "requestedOn",
                MessageText.date(request.at().atZone(SchemeTime.ZONE).toLocalDate()));
        facts.put("caseLink", settings.link("/cases/" + reference));
        facts.put("taskListLink", settings.link("/camunda"));
        return FactsNow.of(facts);
    }
}
