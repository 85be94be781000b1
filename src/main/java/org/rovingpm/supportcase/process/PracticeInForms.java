package org.rovingpm.supportcase.process;

import java.util.Map;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.engine.ShownOfCase;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** Names the practices of a case in the forms that managers have added. */
@Component
class PracticeInForms implements ShownOfCase {

    private final SupportCases cases;
    private final Practices practices;

    PracticeInForms(SupportCases cases, Practices practices) {
        this.cases = cases;
        this.practices = practices;
    }

    @Override
    public Map<String, Object> of(String reference) {
        return CaseReference.read(reference)
                .flatMap(cases::find)
                .map(found -> Map.<String, Object>of(CardFields.PRACTICE, practices.nameOf(found.practices())))
                .orElse(Map.of());
    }
}
