package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.model.Decision;

class RagRatingDecisionTest {

    private static final Decision URGENCY = Decision.of("rag-rating.dmn", "rag-urgency");
    private static final Decision IMPACT = Decision.of("rag-rating.dmn", "rag-impact");
    private static final Decision RATING = Decision.of("rag-rating.dmn", "rag-rating");

    /** The questions that the tables ask of the kinds of help. */
    private static final Map<String, String> HELP = Map.of(
            "STAFFING_SHORTAGE", "helpWithStaffingShortage",
            "PM_ABSENCE", "helpWithPmAbsence",
            "HANDOVER", "helpWithHandover",
            "FINANCES", "helpWithFinances",
            "CQC", "helpWithCqc",
            "MERGER", "helpWithMerger");

    @ParameterizedTest(name = "inspection in {0} days at a practice of {1} patients: {2}")
    @CsvSource({
        "14, 6000, RED", "14, 12000, RED", "14, 5999, AMBER",
        "42, 12000, RED", "42, 6000, AMBER", "42, 5999, AMBER",
        "43, 12000, AMBER", "43, 6000, GREEN", "43, 5999, GREEN"
    })
    void weighsUrgencyAgainstImpact(int days, int patients, String rag) {
        Map<String, Object> facts = facts("eventKind", "INSPECTION", "daysToEvent", days, "listSize", patients);

        assertThat(RATING.rule(facts)).containsEntry("rag", rag);
    }

    @Test
    void aRequestOfWhichNothingIsKnownIsGreen() {
        assertThat(RATING.rule(facts("listSize", null, "cqcRating", "UNKNOWN"))).containsEntry("rag", "GREEN");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource
    void urgencyIsScoredWithItsReason(Map<String, Object> facts, int score, String reason) {
        assertThat(reasons(URGENCY, facts, "urgency")).containsExactlyInAnyOrder("1: ", score + ": " + reason);
    }

    static Stream<Arguments> urgencyIsScoredWithItsReason() {
        String vacantWithinAWeek = "The PM's post is vacant and services to patients are at risk within seven days.";
        return Stream.of(
                arguments(facts("pmPostVacant", true, "servicesAtRisk", true, "daysAtRisk", 7), 3, vacantWithinAWeek),
                arguments(facts("pmPostVacant", true, "servicesAtRisk", true, "daysAtRisk", -3), 3, vacantWithinAWeek),
                arguments(
                        facts("servicesAtRisk", true, "daysAtRisk", 7, "help", List.of("PM_ABSENCE")),
                        3,
                        "The PM is absent and services to patients are at risk within seven days."),
                arguments(
                        facts("servicesAtRisk", true, "daysAtRisk", 7),
                        2,
                        "Services to patients are at risk within seven days; a PM is there to hold on."),
                arguments(
                        facts("servicesAtRisk", true, "daysAtRisk", 8),
                        2,
                        "Services to patients are at risk within four weeks."),
                arguments(
                        facts("pmPostVacant", true, "servicesAtRisk", true, "daysAtRisk", 28),
                        2,
                        "Services to patients are at risk within four weeks."),
                arguments(
                        facts("pmPostVacant", true, "servicesAtRisk", true),
                        2,
                        "The PM's post is vacant and services to patients are at risk; nobody knows by when."),
                arguments(facts("payrollAtRisk", true), 3, "The staff may not be paid: payroll is at risk."),
                arguments(facts("daysAtRisk", 7), 2, "What the practice fears happens within seven days."),
                arguments(facts("eventKind", "INSPECTION", "daysToEvent", 0), 3, "The CQC inspects within 14 days."),
                arguments(facts("eventKind", "INSPECTION", "daysToEvent", 14), 3, "The CQC inspects within 14 days."),
                arguments(facts("eventKind", "INSPECTION", "daysToEvent", 15), 2, "The CQC inspects within six weeks."),
                arguments(facts("eventKind", "INSPECTION", "daysToEvent", 42), 2, "The CQC inspects within six weeks."),
                arguments(facts("eventKind", "MERGER", "daysToEvent", 28), 2, "The practice merges within four weeks."),
                arguments(
                        facts("pmPostVacant", true, "help", List.of("STAFFING_SHORTAGE", "PROJECT")),
                        2,
                        "The PM's post is vacant and the practice asks for cover."),
                arguments(
                        facts("pmPostVacant", true, "help", List.of("PM_ABSENCE")),
                        2,
                        "The PM's post is vacant and the practice asks for cover."),
                arguments(
                        facts("pmPostVacant", true, "help", List.of("STAFFING_SHORTAGE", "PM_ABSENCE")),
                        2,
                        "The PM's post is vacant and the practice asks for cover."),
                arguments(
                        facts("pmPostVacant", true, "help", List.of("HANDOVER")),
                        2,
                        "The PM's post is vacant and there is nobody to hand over to."));
    }

    @ParameterizedTest
    @MethodSource
    void nothingPressingIsNoUrgency(Map<String, Object> facts) {
        assertThat(reasons(URGENCY, facts, "urgency")).containsExactly("1: ");
    }

    static Stream<Map<String, Object>> nothingPressingIsNoUrgency() {
        return Stream.of(
                facts(),
                facts("daysAtRisk", 8),
                facts("servicesAtRisk", true, "daysAtRisk", 29),
                facts("servicesAtRisk", true),
                facts("pmPostVacant", true),
                facts("help", List.of("PM_ABSENCE")),
                facts("eventKind", "INSPECTION", "daysToEvent", -1),
                facts("eventKind", "INSPECTION", "daysToEvent", 43),
                facts("eventKind", "MERGER", "daysToEvent", 29),
                facts("eventKind", "MERGER"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource
    void impactIsScoredWithItsReason(Map<String, Object> facts, int score, String reason) {
        assertThat(reasons(IMPACT, facts, "impact")).containsExactlyInAnyOrder("1: ", score + ": " + reason);
    }

    static Stream<Arguments> impactIsScoredWithItsReason() {
        String noStandIn = "A practice of fewer than 6,000 patients rarely has anybody to stand in for its PM.";
        return Stream.of(
                arguments(facts("listSize", 12000), 3, "The practice has 12,000 patients or more."),
                arguments(facts("listSize", 11999), 2, "The practice has 6,000 patients or more."),
                arguments(facts("listSize", 6000), 2, "The practice has 6,000 patients or more."),
                arguments(facts("listSize", 5999, "help", List.of("PM_ABSENCE")), 2, noStandIn),
                arguments(facts("listSize", 5999, "help", List.of("STAFFING_SHORTAGE")), 2, noStandIn),
                arguments(facts("listSize", 5999, "help", List.of("STAFFING_SHORTAGE", "PM_ABSENCE")), 2, noStandIn),
                arguments(facts("cqcRating", "INADEQUATE"), 3, "The CQC rates the practice inadequate."),
                arguments(
                        facts("cqcRating", "REQUIRES_IMPROVEMENT", "help", List.of("CQC")),
                        2,
                        "The CQC says that the practice requires improvement."),
                arguments(
                        facts("cqcRating", "UNKNOWN", "help", List.of("CQC")),
                        2,
                        "The practice asks for help with the CQC and its rating is not known."),
                arguments(facts("servicesAtRisk", true), 2, "Services to patients are at risk."),
                arguments(facts("payrollAtRisk", true), 2, "The pay of the staff is at risk."),
                arguments(
                        facts("payrollAtRisk", true, "help", List.of("FINANCES")),
                        3,
                        "The pay of the staff is at risk and "
                                + "the practice asks for help with its finances: it may have to close."),
                arguments(
                        facts("help", List.of("MERGER")),
                        2,
                        "A merger touches patients and staff of more than one practice."),
                arguments(
                        facts("help", List.of("FINANCES", "HANDOVER", "IT_AND_REPORTS", "PROJECT")),
                        2,
                        "The practice asks for four kinds of help or more."));
    }

    @ParameterizedTest
    @MethodSource
    void littleDependingOnItIsNoImpact(Map<String, Object> facts) {
        assertThat(reasons(IMPACT, facts, "impact")).containsExactly("1: ");
    }

    static Stream<Map<String, Object>> littleDependingOnItIsNoImpact() {
        return Stream.of(
                facts(),
                facts("listSize", 5999),
                facts("help", List.of("PM_ABSENCE")),
                facts("cqcRating", "OUTSTANDING", "help", List.of("CQC")),
                facts("cqcRating", "NOT_RATED"),
                facts("help", List.of("FINANCES", "HANDOVER", "PROJECT")));
    }

    @Test
    void givesEveryReasonThatApplies() {
        Map<String, Object> facts = facts(
                "pmPostVacant",
                true,
                "servicesAtRisk",
                true,
                "payrollAtRisk",
                true,
                "daysAtRisk",
                5,
                "listSize",
                13000,
                "cqcRating",
                "INADEQUATE",
                "help",
                List.of("STAFFING_SHORTAGE", "FINANCES"));

        assertThat(reasons(URGENCY, facts, "urgency")).hasSize(4);
        assertThat(reasons(IMPACT, facts, "impact")).hasSize(5);
        assertThat(RATING.rule(facts)).containsEntry("rag", "RED");
    }

    private static List<String> reasons(Decision decision, Map<String, Object> facts, String side) {
        return decision.rules(facts).stream()
                .map(rule -> rule.get(side) + ": " + rule.get(side + "Reason"))
                .toList();
    }

    /** A good practice of which nothing is known to be at risk, but for what is given. */
    private static Map<String, Object> facts(Object... given) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("daysAtRisk", null);
        facts.put("eventKind", null);
        facts.put("daysToEvent", null);
        facts.put("pmPostVacant", false);
        facts.put("servicesAtRisk", false);
        facts.put("payrollAtRisk", false);
        facts.put("listSize", null);
        facts.put("cqcRating", "GOOD");
        facts.put("help", List.of("PROJECT"));
        for (int i = 0; i < given.length; i += 2) {
            facts.put((String) given[i], given[i + 1]);
        }
        List<?> help = (List<?>) facts.remove("help");
        HELP.forEach((kind, question) -> facts.put(question, help.contains(kind)));
        facts.put("kindsOfHelp", help.size());
        facts.put("dayAtRiskKnown", facts.get("daysAtRisk") != null);
        return facts;
    }
}
