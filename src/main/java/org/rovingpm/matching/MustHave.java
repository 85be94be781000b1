package org.rovingpm.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rovingpm.engine.FormText;
import org.rovingpm.roster.RosterStatus;

/** What a PM must have to be offered a placement at all; nobody can override it. */
enum MustHave {
    ACTIVE {
        @Override
        boolean met(PmFacts pm, Search search) {
            return pm.status() == RosterStatus.ACTIVE;
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            return pm.status() == RosterStatus.LEFT ? "Has left the scheme" : "Is paused";
        }
    },

    DBS_CHECK {
        @Override
        boolean met(PmFacts pm, Search search) {
            return !pm.dbsValidUntil().isBefore(search.from());
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            return "DBS check " + runsOut(pm.dbsValidUntil(), search);
        }
    },

    AGREEMENT {
        @Override
        boolean met(PmFacts pm, Search search) {
            return !pm.agreementValidUntil().isBefore(search.from());
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            return "Associate agreement " + runsOut(pm.agreementValidUntil(), search);
        }
    },

    NO_INTEREST {
        @Override
        boolean met(PmFacts pm, Search search) {
            return pm.interestDeclared() == null;
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            return "Declared an interest in the practice on " + FormText.date(pm.interestDeclared());
        }
    },

    NO_BLOCK {
        @Override
        boolean met(PmFacts pm, Search search) {
            return !pm.blockedByPm() && !pm.blockedByPractice();
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            if (pm.blockedByPm() && pm.blockedByPractice()) {
                return "Neither the PM nor the practice wants to work with the other";
            }
            return pm.blockedByPm() ? "Does not want to work with this practice" : "The practice does not want this PM";
        }
    },

    CAPACITY {
        @Override
        boolean met(PmFacts pm, Search search) {
            return pm.free().compareTo(search.sessions()) >= 0;
        }

        @Override
        String whyNot(PmFacts pm, Search search) {
            return "Has %s of %s sessions a week free from %s to %s, %s needed"
                    .formatted(
                            Wording.number(pm.free()),
                            Wording.number(pm.capacity()),
                            FormText.date(search.from()),
                            FormText.date(search.until().minusDays(1)),
                            Wording.number(search.sessions()));
        }
    };

    private static final List<MustHave> ALL = Arrays.asList(values());

    abstract boolean met(PmFacts pm, Search search);

    /** @return for a PM who does not meet it, why not */
    abstract String whyNot(PmFacts pm, Search search);

    static boolean allMet(PmFacts pm, Search search) {
        return ALL.stream().allMatch(mustHave -> mustHave.met(pm, search));
    }

    /** @return for each that the PM does not meet, why not */
    static List<String> unmet(PmFacts pm, Search search) {
        return ALL.stream()
                .filter(mustHave -> !mustHave.met(pm, search))
                .map(mustHave -> mustHave.whyNot(pm, search))
                .toList();
    }

    private static String runsOut(LocalDate day, Search search) {
        return day.isBefore(search.today())
                ? "ran out on " + FormText.date(day)
                : "runs out on %s, before the start on %s".formatted(FormText.date(day), FormText.date(search.from()));
    }
}
