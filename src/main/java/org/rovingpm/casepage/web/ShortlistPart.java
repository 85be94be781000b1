package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.matching.shortlist.KeptShortlist;
import org.rovingpm.matching.shortlist.KeptShortlists;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The shortlists of a case on its page, for the office: they say what speaks against PMs. */
@Component
class ShortlistPart {

    private final KeptShortlists shortlists;

    ShortlistPart(KeptShortlists shortlists) {
        this.shortlists = shortlists;
    }

    /** @return the people who are named by their user ids */
    Stream<String> addTo(Model model, Admitted reader) {
        List<KeptShortlist> shown = reader.office() ? shortlists.of(reader.reference()) : List.of();
        model.addAttribute("shortlists", shown);
        return shown.stream()
                .flatMap(one -> Stream.of(one.who(), one.offeredTo()))
                .filter(Objects::nonNull);
    }
}
