package org.rovingpm.pmpage.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.choice.Choice;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.roster.RosterRecord;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * A change of a PM's entry in words.
 *
 * @param kinds the kinds of help that there are
 */
record ChangedPart(RosterRecord.Change change, List<HelpKind> kinds) {

    /** Null where the PM was added. */
    public String before() {
        return change.before() == null ? null : inWords(change.before());
    }

    public String after() {
        return inWords(change.after());
    }

    private String inWords(String stored) {
        return switch (change.part()) {
            case NAME, EMAIL, HOME_POSTCODE -> stored;
            case STATUS -> RosterStatus.valueOf(stored).label();
            case SESSIONS_A_WEEK -> BritishFormat.number(new BigDecimal(stored));
            case DBS_VALID_UNTIL, AGREEMENT_VALID_UNTIL -> BritishFormat.date(LocalDate.parse(stored));
            case SKILLS ->
                Choice.of(kinds, Arrays.asList(stored.split(","))).stream()
                        .map(Choice::label)
                        .collect(Collectors.joining(", "));
        };
    }
}
