package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.help.HelpKind;

/** How well a PM fits a vacancy: each preference as a number from 0 to 1, and in words. */
record Preferences(Vacancy search, Weights weights) {

    private static final double NEITHER_GOOD_NOR_BAD = 0.5;
    private static final double WEEKS_A_YEAR = 52;
    private static final double NOTICEABLE = 0.005;

    /** @return points out of 100, to one decimal */
    double score(PmProfile pm) {
        double points = skillPoints(pm) + distancePoints(pm) + historyPoints(pm) + workloadPoints(pm);
        return Math.round(points * 10) / 10.0;
    }

    /** @return what makes up the score, each by its name */
    List<ScorePart> parts(PmProfile pm) {
        return List.of(
                part("SKILLS", skillPoints(pm), List.of(skillsInWords(pm))),
                part("DISTANCE", distancePoints(pm), List.of(distanceInWords(pm))),
                part("HISTORY", historyPoints(pm), historyInWords(pm)),
                part("WORKLOAD", workloadPoints(pm), List.of(workloadInWords(pm))));
    }

    private static ScorePart part(String name, double points, List<String> words) {
        return new ScorePart(name, BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP), words);
    }

    private double skillPoints(PmProfile pm) {
        return weights.skills() * skills(pm);
    }

    private double distancePoints(PmProfile pm) {
        return weights.distance() * distance(pm);
    }

    private double historyPoints(PmProfile pm) {
        return weights.history() * history(pm);
    }

    private double workloadPoints(PmProfile pm) {
        return weights.fairness() * (1 - workload(pm));
    }

    private static String workloadInWords(PmProfile pm) {
        return workload(pm) < NOTICEABLE
                ? "No work in the last 12 months"
                : "Gave %.0f%% of their sessions in the last 12 months".formatted(100 * workload(pm));
    }

    /** @return miles from home to the practice as the crow flies; NaN where either is not known */
    double miles(PmProfile pm) {
        return search.place() == null || pm.home() == null
                ? Double.NaN
                : pm.home().milesTo(search.place());
    }

    /** @return "6.2"; "about 6" if only an outward code is known; or null */
    String milesInWords(PmProfile pm) {
        double miles = miles(pm);
        if (Double.isNaN(miles)) {
            return null;
        }
        return pm.home().approximate() || search.place().approximate()
                ? "about %.0f".formatted(miles)
                : "%.1f".formatted(miles);
    }

    private double skills(PmProfile pm) {
        return (double) pm.neededSkills().size() / search.kinds().size();
    }

    private double distance(PmProfile pm) {
        double miles = miles(pm);
        if (Double.isNaN(miles)) {
            return NEITHER_GOOD_NOR_BAD;
        }
        if (miles <= weights.nearMiles()) {
            return 1;
        }
        return miles >= weights.farMiles()
                ? 0
                : (weights.farMiles() - miles) / (weights.farMiles() - weights.nearMiles());
    }

    private static double history(PmProfile pm) {
        if (pm.earlierAnswer() != null || pm.leftCase() != null) {
            return 0;
        }
        return pm.lastAtPractice() != null ? 1 : NEITHER_GOOD_NOR_BAD;
    }

    /** @return the share of their sessions that they worked in the last twelve months */
    private static double workload(PmProfile pm) {
        return Math.min(1, pm.worked() / (pm.capacity().doubleValue() * WEEKS_A_YEAR));
    }

    private String skillsInWords(PmProfile pm) {
        List<HelpKind> has =
                search.kinds().stream().filter(pm.neededSkills()::contains).toList();
        List<HelpKind> lacks = search.kinds().stream()
                .filter(kind -> !pm.neededSkills().contains(kind))
                .toList();
        if (has.isEmpty()) {
            return "No %s skills".formatted(ReasonText.skills(lacks));
        }
        return lacks.isEmpty()
                ? "Has %s skills".formatted(ReasonText.skills(has))
                : "Has %s skills, but not %s".formatted(ReasonText.skills(has), ReasonText.skills(lacks));
    }

    private String distanceInWords(PmProfile pm) {
        String miles = milesInWords(pm);
        if (miles == null) {
            return "Distance not known";
        }
        String away = miles + " miles away";
        return Character.toUpperCase(away.charAt(0)) + away.substring(1);
    }

    private static List<String> historyInWords(PmProfile pm) {
        List<String> reasons = new ArrayList<>();
        if (pm.lastAtPractice() != null) {
            reasons.add("Knows the practice");
        }
        if (pm.leftCase() != null) {
            reasons.add("Was placed in this case before, until " + BritishFormat.date(pm.leftCase()));
        }
        if (pm.earlierAnswer() != null) {
            reasons.add("%s when this case was offered before, on %s"
                    .formatted(pm.earlierAnswer().label(), BritishFormat.date(pm.answeredOn())));
        }
        return reasons;
    }
}
