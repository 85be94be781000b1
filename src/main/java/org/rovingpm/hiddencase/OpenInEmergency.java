package org.rovingpm.hiddencase;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a confidential case for somebody of the office who is not named on it, because nobody who is can be reached. Those named are
 * told, with the reason.
 */
@Component
public class OpenInEmergency {

    private static final String NO_SUCH_CASE = "There is no such case: check the number.";

    /** Which case, and why it cannot wait. */
    public record Form(
            @NotNull(message = "Give the number of the case, such as RPM-2026-0042.") @PlainText(label = "The number of the case", max = 20)
            String caseReference,

            @NotNull(message = "Say why it cannot wait.") @PlainText(label = "Why it cannot wait", max = 500)
            String reason) {}

    private final MakeConfidential makeConfidential;
    private final ConfidentialCases confidential;
    private final HiddenCases hidden;
    private final SupportCases cases;
    private final ApplicationEventPublisher events;

    OpenInEmergency(
            MakeConfidential makeConfidential,
            ConfidentialCases confidential,
            HiddenCases hidden,
            SupportCases cases,
            ApplicationEventPublisher events) {
        this.makeConfidential = makeConfidential;
        this.confidential = confidential;
        this.hidden = hidden;
        this.cases = cases;
        this.events = events;
    }

    /**
     * Refuses an unknown case, one that is not confidential or that they see already, and, as if it did not exist, one in which
     * they have an interest or that they are kept out of.
     *
     * @return the case, which they see from now on
     */
    @Transactional
    public CaseReference open(Form form, String who) {
        CaseReference reference = CaseReference.read(form.caseReference())
                .filter(typed -> cases.find(typed).isPresent() && !hidden.bars(typed, who))
                .orElseThrow(() -> new Refusal("caseReference", NO_SUCH_CASE));
        long id = confidential.lock(reference).orElse(0);
        if (id == 0 || !makeConfidential.name(id, reference, who, form.reason(), true, who)) {
            throw new Refusal("caseReference", "You can see this case already: open it by its number.");
        }
        events.publishEvent(new OpenedInEmergency(reference, who));
        return reference;
    }
}
