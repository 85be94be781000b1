package org.rovingpm.casepage.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.advice.Advice;
import org.rovingpm.advice.Advices;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the practice of a case was advised, on its page. */
@Component
class AdvicePart {

    private final Advices advices;

    AdvicePart(Advices advices) {
        this.advices = advices;
    }

    /** @return the people who are named */
    Stream<String> addTo(Model model, CaseReference reference) {
        Optional<Advice> advice = advices.find(reference);
        model.addAttribute("advice", advice.orElse(null));
        return advice.stream().flatMap(given -> Stream.of(given.givenBy(), given.who()));
    }
}
