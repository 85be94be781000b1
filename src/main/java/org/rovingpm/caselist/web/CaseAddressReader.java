package org.rovingpm.caselist.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.rovingpm.caselist.CaseChoices;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseFilter.DueBy;
import org.rovingpm.caselist.CaseFilter.Rating;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseFilter.WaitingFor;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.Sorting;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.stereotype.Component;

/**
 * Reads the address of the list. A part that means nothing here, such as a stage that there is not, is left out, and the page says
 * so: an address that somebody has kept for a year still opens.
 */
@Component
class CaseAddressReader {

    static final String TEXT = "q";
    static final String SHOWN = "show";
    static final String STAGE = "stage";
    static final String RATING = "rag";
    static final String PM = "pm";
    static final String AREA = "area";
    static final String HELP = "help";
    static final String REFERRED_TO = "referred";
    static final String HELD = "hold";
    static final String WAITING = "waiting";
    static final String DUE = "due";
    static final String OVERDUE = "overdue";
    static final String ADVICE = "advice";
    static final String CONFIDENTIAL = "confidential";
    static final String SORT = "sort";
    static final String DESCENDING = "descending";
    static final String PAGE = "page";

    /** Rows of a page. */
    static final int A_PAGE = 25;

    private static final int LONGEST_TEXT = 100;
    private static final int LAST_PAGE = CaseList.MOST_LISTED / A_PAGE;

    private final CaseChoices choices;

    CaseAddressReader(CaseChoices choices) {
        this.choices = choices;
    }

    /** @param sent the parameters of the address, each once */
    CaseAddress read(Map<String, String> sent, CaseReader reader) {
        Parts parts = new Parts(sent);
        String text = parts.text(TEXT);
        Shown shown = parts.one(SHOWN, Shown.class)
                .filter(one -> reader.office() ? one != Shown.PAST : one == Shown.PAST || one == Shown.OPEN)
                .orElse(reader.office() && text != null ? Shown.ALL : Shown.OPEN);
        CaseFilter filter = new CaseFilter(
                text,
                shown,
                parts.one(STAGE, CaseStage.class).orElse(null),
                parts.one(RATING, Rating.class).orElse(null),
                reader.office()
                        ? parts.known(PM, id -> choices.pms(id).stream()
                                .anyMatch(one -> one.value().equals(id)))
                        : null,
                parts.known(AREA, area -> area.matches("[A-Z]{1,2}[0-9][A-Z0-9]?")),
                parts.known(HELP, code -> choices.helpKinds().stream()
                        .anyMatch(one -> one.value().equals(code))),
                parts.flag(HELD),
                parts.one(WAITING, WaitingFor.class).orElse(null),
                parts.one(DUE, DueBy.class).orElse(null),
                parts.flag(OVERDUE),
                parts.flag(ADVICE),
                parts.flag(CONFIDENTIAL),
                parts.known(REFERRED_TO, code -> choices.referralPlaces().stream()
                        .anyMatch(one -> one.value().equals(code))));
        Sorting sorting = parts.one(SORT, Sorting.Column.class)
                .map(column -> new Sorting(column, parts.flag(DESCENDING)))
                .orElse(Sorting.usual(shown))
                .possibleFor(shown);
        return new CaseAddress(filter, sorting, parts.page(), parts.leftOut);
    }

    /** @param view what {@link CaseAddress#view()} has made of an address, or somebody else has written */
    CaseAddress read(String view, CaseReader reader) {
        Map<String, String> sent = new HashMap<>();
        for (String part : view.split("&")) {
            String[] nameAndValue = part.split("=", 2);
            if (nameAndValue.length == 2) {
                sent.putIfAbsent(nameAndValue[0], decoded(nameAndValue[1]));
            }
        }
        return read(sent, reader);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** The parts of one address, and whether one of them had to be left out. */
    private static final class Parts {

        private final Map<String, String> sent;
        private boolean leftOut;

        private Parts(Map<String, String> sent) {
            this.sent = sent;
        }

        private String text(String name) {
            String value = sent.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                return null;
            }
            return value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
        }

        private String known(String name, Predicate<String> isKnown) {
            String value = text(name);
            if (value != null && !isKnown.test(value)) {
                leftOut = true;
                return null;
            }
            return value;
        }

        private <T extends Enum<T>> Optional<T> one(String name, Class<T> type) {
            String value = text(name);
            if (value == null) {
                return Optional.empty();
            }
            Optional<T> found = Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equals(value))
                    .findFirst();
            leftOut |= found.isEmpty();
            return found;
        }

        private boolean flag(String name) {
            return "true".equals(known(name, value -> value.equals("true") || value.equals("false")));
        }

        private int page() {
            String value = known(PAGE, number -> number.matches("[0-9]{1,9}"));
            return value == null ? 1 : Math.min(Math.max(Integer.parseInt(value), 1), LAST_PAGE);
        }
    }
}
