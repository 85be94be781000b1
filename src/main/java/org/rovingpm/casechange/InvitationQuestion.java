package org.rovingpm.casechange;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.practices.AnswerInvitation;
import org.rovingpm.supportcase.practices.InvitedPractice;
import org.rovingpm.supportcase.practices.InvitedPractices;
import org.rovingpm.web.Option;
import org.springframework.stereotype.Component;

/** Asks a practice that another one named in its request whether it takes part. It is told nothing of the case before it does. */
@Component
class InvitationQuestion implements QuestionKind<InvitationQuestion.Form> {

    /** The practice's answer. */
    record Form(
            @NotNull(message = "Say whether your practice takes part.") Choice answer,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    /** What a practice may answer. */
    enum Choice {
        JOIN("Yes, our practice takes part"),
        STAY_OUT("No, it does not");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final String JOINING = "joining";

    private final AnswerInvitation answerInvitation;
    private final InvitedPractices invited;
    private final SupportCases cases;
    private final Practices practices;

    InvitationQuestion(
            AnswerInvitation answerInvitation, InvitedPractices invited, SupportCases cases, Practices practices) {
        this.answerInvitation = answerInvitation;
        this.invited = invited;
        this.cases = cases;
        this.practices = practices;
    }

    @Override
    public String purpose() {
        return "join-case";
    }

    @Override
    public String page() {
        return "casechange/join-case";
    }

    @Override
    public Class<Form> fields() {
        return Form.class;
    }

    @Override
    public boolean answeredByEach() {
        return true;
    }

    @Override
    public boolean onlyOfCase() {
        return false;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return invited.of(reference).stream().anyMatch(InvitedPractice::waits)
                ? Optional.of(JOINING)
                : Optional.empty();
    }

    @Override
    public Optional<String> over(Question question) {
        SupportCase supportCase = cases.get(question.reference());
        if (supportCase.closedAt() != null || supportCase.stage() == CaseStage.CLOSING) {
            return Optional.of("The case has ended, and with it our question.");
        }
        if (question.practice() == null || supportCase.practices().contains(question.practice())) {
            return Optional.of("Your practice takes part already.");
        }
        return invited.find(question.reference(), question.practice())
                .filter(one -> !one.waits())
                .map(one -> "%s has answered this already, on %s."
                        .formatted(one.answeredBy(), BritishFormat.date(one.answeredAt())));
    }

    @Override
    public Map<String, Object> shown(Question question) {
        return Map.of(
                "ownPractice",
                practices.nameOf(question.practice()),
                "choices",
                Option.of(Choice.values(), Choice::label));
    }

    @Override
    public void answered(Question question, Form answer) {
        answerInvitation.answer(
                question.reference(), question.practice(), answer.answer() == Choice.JOIN, answer.answeredBy());
    }
}
