package org.rovingpm.matching.shortlist;

import java.util.List;
import org.rovingpm.supportcase.help.HelpKind;

/** The words of reasons. */
public final class ReasonText {

    private ReasonText() {}

    /** "CQC, finances and merger" */
    static String skills(List<HelpKind> kinds) {
        List<String> names = kinds.stream().map(HelpKind::skill).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
