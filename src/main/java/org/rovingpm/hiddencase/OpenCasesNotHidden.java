package org.rovingpm.hiddencase;

import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.practices.OpenCasesSeen;
import org.springframework.stereotype.Component;

/** The open cases of a practice, without those that are hidden from whoever asks. */
@Component
class OpenCasesNotHidden implements OpenCasesSeen {

    private final SupportCases cases;
    private final HiddenCases hiddenCases;

    OpenCasesNotHidden(SupportCases cases, HiddenCases hiddenCases) {
        this.cases = cases;
        this.hiddenCases = hiddenCases;
    }

    @Override
    public List<CaseReference> of(OdsCode practice, String person) {
        return cases.openOf(practice).stream()
                .map(SupportCase::reference)
                .filter(reference -> !hiddenCases.hides(reference, person))
                .toList();
    }
}
