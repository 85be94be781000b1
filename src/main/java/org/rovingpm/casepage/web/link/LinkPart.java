package org.rovingpm.casepage.web.link;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.linkedcase.CaseLinks;
import org.rovingpm.linkedcase.LinkedCase;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The cases that a case is linked to, on its page. */
@Component
public class LinkPart {

    private final CaseLinks links;

    LinkPart(CaseLinks links) {
        this.links = links;
    }

    /** @return the people who are named */
    public Stream<String> addTo(Model model, CaseReference reference, CaseReader reader) {
        List<LinkedCase> linked = links.of(reference, reader);
        model.addAttribute("links", linked);
        return linked.stream()
                .flatMap(link -> Stream.of(link.who(), link.endedBy()))
                .filter(Objects::nonNull);
    }
}
