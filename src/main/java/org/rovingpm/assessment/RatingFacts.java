package org.rovingpm.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inputs of rag-rating.dmn for a request: numbers, words, and yes or no. Each kind of help is a yes or no of its
 * own: HANDOVER is {@code helpWithHandover}.
 *
 * @param atRiskBy  the day by which the practice expects harm; null if not known
 * @param eventKind null if no event is ahead
 * @param eventOn   null if no event is ahead, or its day is not known
 * @param listSize  null if it is not known
 * @param help      the codes of the kinds of help requested
 */
public record RatingFacts(
        LocalDate atRiskBy,
        boolean pmPostVacant,
        boolean servicesAtRisk,
        boolean payrollAtRisk,
        String eventKind,
        LocalDate eventOn,
        Integer listSize,
        String cqcRating,
        Collection<String> help) {

    private static final String HELP = "helpWith";
    private static final Set<String> OF_ITS_OWN = Set.of(
            "daysAtRisk",
            "dayAtRiskKnown",
            "pmPostVacant",
            "servicesAtRisk",
            "payrollAtRisk",
            "eventKind",
            "daysToEvent",
            "listSize",
            "cqcRating",
            "kindsOfHelp");

    /**
     * @param kinds the codes of all kinds of help that the scheme has
     * @return the names of all facts; the decision can use no others
     */
    public static Set<String> names(Collection<String> kinds) {
        return Stream.concat(OF_ITS_OWN.stream(), kinds.stream().map(RatingFacts::nameOf))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether a fact of this name is about a kind of help, of this scheme or another */
    public static boolean isAboutHelp(String name) {
        return name.startsWith(HELP);
    }

    /**
     * @param kinds the codes of all kinds of help that the scheme has
     * @return the facts by name, as they are on the day; unknown days are null
     */
    Map<String, Object> on(LocalDate day, Collection<String> kinds) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("daysAtRisk", daysFrom(day, atRiskBy));
        facts.put("dayAtRiskKnown", atRiskBy != null);
        facts.put("pmPostVacant", pmPostVacant);
        facts.put("servicesAtRisk", servicesAtRisk);
        facts.put("payrollAtRisk", payrollAtRisk);
        facts.put("eventKind", eventKind);
        facts.put("daysToEvent", daysFrom(day, eventOn));
        facts.put("listSize", listSize);
        facts.put("cqcRating", cqcRating);
        facts.put("kindsOfHelp", help.size());
        kinds.forEach(kind -> facts.put(nameOf(kind), help.contains(kind)));
        return facts;
    }

    /** @return such as "helpWithPmAbsence" for PM_ABSENCE */
    private static String nameOf(String kind) {
        return Arrays.stream(kind.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", HELP, ""));
    }

    private static Long daysFrom(LocalDate day, LocalDate to) {
        return to == null ? null : ChronoUnit.DAYS.between(day, to);
    }
}
