package org.rovingpm.assessment;

import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.information.FurtherInformation;
import org.springframework.stereotype.Component;

/** What the coordinator needs to know before the request can be assessed. */
@Component
class InformationQuestion implements QuestionKind<GiveFurtherInformation.Form> {

    private final GiveFurtherInformation giveFurtherInformation;
    private final FurtherInformation furtherInformation;
    private final SupportCases cases;

    InformationQuestion(
            GiveFurtherInformation giveFurtherInformation, FurtherInformation furtherInformation, SupportCases cases) {
        this.giveFurtherInformation = giveFurtherInformation;
        this.furtherInformation = furtherInformation;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return "information";
    }

    @Override
    public String page() {
        return "assessment/give-further-information";
    }

    @Override
    public Class<GiveFurtherInformation.Form> fields() {
        return GiveFurtherInformation.Form.class;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return furtherInformation.open(reference).map(open -> Long.toString(open.id()));
    }

    @Override
    public boolean asks(CaseReference reference, OdsCode practice) {
        return furtherInformation
                .open(reference)
                .map(open -> open.isFor(practice))
                .orElse(true);
    }

    @Override
    public Optional<String> over(Question question) {
        FurtherInformation.Question information = informationQuestion(question);
        if (question.practice() != null && !information.isFor(question.practice())) {
            return Optional.of("We have put this question to another practice of the case.");
        }
        if (information.answer() != null) {
            return Optional.of("%s has answered this already, on %s."
                    .formatted(information.givenBy(), BritishFormat.dateAndTime(information.answeredAt())));
        }
        return cases.get(question.reference()).stage() == CaseStage.INFORMATION_NEEDED
                ? Optional.empty()
                : Optional.of("Your request has ended, and with it our question.");
    }

    @Override
    public Map<String, Object> shown(Question question) {
        return Map.of("informationQuestion", informationQuestion(question));
    }

    @Override
    public void answered(Question question, GiveFurtherInformation.Form answer) {
        giveFurtherInformation.give(question, answer);
    }

    private FurtherInformation.Question informationQuestion(Question question) {
        long id = Long.parseLong(question.subject());
        return furtherInformation.of(question.reference()).stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
