package org.rovingpm.matching.shortlist;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.rovingpm.supportcase.HelpKind;

/** How a reason names things. */
public final class ReasonText {

    private static final Map<HelpKind, String> SKILLS = Map.ofEntries(
            entry(HelpKind.STAFFING_SHORTAGE, "staffing"),
            entry(HelpKind.PM_ABSENCE, "absence cover"),
            entry(HelpKind.HANDOVER, "handover"),
            entry(HelpKind.FINANCES, "finances"),
            entry(HelpKind.CQC, "CQC"),
            entry(HelpKind.MERGER, "merger"),
            entry(HelpKind.IT_AND_REPORTS, "IT"),
            entry(HelpKind.PROJECT, "project"));

    private ReasonText() {}

    /** "CQC, finances and merger" */
    static String skills(List<HelpKind> kinds) {
        List<String> names = kinds.stream().map(SKILLS::get).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** "2.5" of 2.50, "10" of 10.00 */
    public static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
