package org.rovingpm.matching.shortlist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.roster.RosterStatus;

/** A rule that a PM must meet to be offered a placement. Nobody can override it. */
enum EligibilityRule {
    ACTIVE {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return pm.status() == RosterStatus.ACTIVE;
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return pm.status() == RosterStatus.LEFT ? "Has left the scheme" : "Is paused";
        }
    },

    DBS_CHECK {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return !pm.dbsValidUntil().isBefore(search.from());
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return "DBS check " + runsOut(pm.dbsValidUntil(), search);
        }
    },

    AGREEMENT {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return !pm.agreementValidUntil().isBefore(search.from());
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return "Associate agreement " + runsOut(pm.agreementValidUntil(), search);
        }
    },

    NO_INTEREST {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return pm.interestDeclared() == null;
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return "Declared an interest in the practice on " + BritishFormat.date(pm.interestDeclared());
        }
    },

    NOT_KEPT_OUT {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return !pm.keptOut();
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return "Is kept out of this case";
        }
    },

    NO_BLOCK {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return !pm.blockedByPm() && !pm.blockedByPractice();
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            if (pm.blockedByPm() && pm.blockedByPractice()) {
                return "Neither the PM nor the practice wants to work with the other";
            }
            return pm.blockedByPm() ? "Does not want to work with this practice" : "The practice does not want this PM";
        }
    },

    CAPACITY {
        @Override
        boolean met(PmProfile pm, Vacancy search) {
            return pm.free().compareTo(search.sessions()) >= 0;
        }

        @Override
        String whyNot(PmProfile pm, Vacancy search) {
            return "Has %s of %s sessions a week free from %s to %s, %s needed"
                    .formatted(
                            BritishFormat.number(pm.free()),
                            BritishFormat.number(pm.capacity()),
                            BritishFormat.date(search.from()),
                            BritishFormat.date(search.until().minusDays(1)),
                            BritishFormat.number(search.sessions()));
        }
    };

    private static final List<EligibilityRule> ALL = Arrays.asList(values());

    abstract boolean met(PmProfile pm, Vacancy search);

    /** @return why the PM does not meet it */
    abstract String whyNot(PmProfile pm, Vacancy search);

    static boolean allMet(PmProfile pm, Vacancy search) {
        return ALL.stream().allMatch(eligibilityRule -> eligibilityRule.met(pm, search));
    }

    /** @return each rule that the PM does not meet, and why */
    static List<UnmetRule> unmet(PmProfile pm, Vacancy search) {
        return ALL.stream()
                .filter(eligibilityRule -> !eligibilityRule.met(pm, search))
                .map(eligibilityRule -> new UnmetRule(eligibilityRule.name(), eligibilityRule.whyNot(pm, search)))
                .toList();
    }

    private static String runsOut(LocalDate day, Vacancy search) {
        return day.isBefore(search.today())
                ? "ran out on " + BritishFormat.date(day)
                : "runs out on %s, before the start on %s"
                        .formatted(BritishFormat.date(day), BritishFormat.date(search.from()));
    }
}
