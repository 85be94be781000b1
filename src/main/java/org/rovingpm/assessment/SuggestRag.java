package org.rovingpm.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rovingpm.engine.Decisions;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.RequestAnswers;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.Triage;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suggests a rating for a request, with every reason that applies, by the decision rag-rating.dmn. */
@Component
class SuggestRag implements Triage {

    private final Decisions decisions;
    private final RagRatings ratings;
    private final HelpKinds helpKinds;
    private final Clock clock;

    SuggestRag(Decisions decisions, RagRatings ratings, HelpKinds helpKinds, Clock clock) {
        this.decisions = decisions;
        this.ratings = ratings;
        this.helpKinds = helpKinds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Rag suggest(SupportCase supportCase) {
        Map<String, Object> facts = facts(supportCase.request()).on(LocalDate.now(clock), helpKinds.codes());
        List<RagSuggestion.Reason> reasons = new ArrayList<>(reasons("Urgency", "rag-urgency", "urgency", facts));
        reasons.addAll(reasons("Impact", "rag-impact", "impact", facts));
        Rag rag = Rag.valueOf((String) decisions.single("rag-rating", facts).get("rag"));
        ratings.add(supportCase.reference(), new RagSuggestion(rag, reasons));
        return rag;
    }

    private List<RagSuggestion.Reason> reasons(String side, String decision, String output, Map<String, Object> facts) {
        return decisions.evaluate(decision, facts).stream()
                .map(rule -> new RagSuggestion.Reason(
                        side, ((Number) rule.get(output)).intValue(), (String) rule.get(output + "Reason")))
                .filter(reason -> reason.reason() != null && !reason.reason().isBlank())
                .sorted((one, other) -> other.score() - one.score())
                .toList();
    }

    private static RatingFacts facts(RequestAnswers request) {
        RequestAnswers.Situation situation = request.situation();
        RequestAnswers.Risk risk = request.risk();
        return new RatingFacts(
                risk.atRiskBy(),
                situation.pmPostVacant(),
                risk.servicesAtRisk(),
                risk.payrollAtRisk(),
                risk.eventKind() == null ? null : risk.eventKind().name(),
                risk.eventOn(),
                situation.listSize(),
                situation.cqcRating().name(),
                situation.helpKinds().stream().map(HelpKind::code).toList());
    }
}
