package org.rovingpm.supportcase.practices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.springframework.stereotype.Component;

/** Which practices may be of a case besides the first: the one rule for requests, the page of a case, and links. */
@Component
public class JoiningRules {

    /** The most practices of a case, the leading one among them. */
    public static final int MOST = 6;

    /** The field of a request in which its further practices are. */
    public static final String FIELD = "furtherPractices";

    /** Who asks for another practice to be in the case, and so what is asked of it and what they may be told. */
    public enum By {
        /** A practice, whose wish for another one means nothing before that one has agreed itself. */
        PRACTICE,
        /** Somebody who refers practices, with the consent of each. */
        REFERRER,
        /** The office, which has spoken to each. */
        OFFICE
    }

    private final Practices practices;
    private final OpenCasesSeen openCases;
    private final Clock clock;

    JoiningRules(Practices practices, OpenCasesSeen openCases, Clock clock) {
        this.practices = practices;
        this.openCases = openCases;
        this.clock = clock;
    }

    /**
     * @param leading what was given as the practice of the request
     * @param who     user id of whoever asks; null for a practice
     * @return what is wrong with the further practices of a request, by their entries
     */
    public List<Problem> problems(String leading, List<FurtherPractice> further, By by, String who) {
        Problems problems = new Problems()
                .require(
                        further.size() < MOST,
                        FIELD,
                        "A case has %d practices at most: leave some out, or write to us about a case of its own for them."
                                .formatted(MOST));
        Set<OdsCode> before = new HashSet<>();
        OdsCode.of(leading).ifPresent(before::add);
        IntStream.range(0, further.size()).forEach(at -> {
            FurtherPractice one = further.get(at);
            String entry = FIELD + "[" + at + "].";
            refusal(one.odsCode(), before, by, who)
                    .ifPresent(sentence -> problems.require(false, entry + "odsCode", sentence));
            OdsCode.of(one.odsCode()).ifPresent(before::add);
            if (by != By.PRACTICE) {
                requireConsent(one, entry, problems);
            }
        });
        return problems.found();
    }

    private void requireConsent(FurtherPractice one, String entry, Problems problems) {
        LocalDate today = LocalDate.now(clock);
        problems.require(
                        one.agreedBy() != null,
                        entry + "agreedBy",
                        "Say who at the other practice agreed: nobody is in a case without the consent of their practice.")
                .require(
                        one.agreedOn() != null, entry + "agreedOn", "Give the date on which the other practice agreed.")
                .require(
                        one.agreedOn() == null || !one.agreedOn().isAfter(today),
                        entry + "agreedOn",
                        "The date on which the other practice agreed is in the future: consent comes first.");
    }

    /**
     * @param typed  the code of the practice that would join
     * @param others the practices that are there already
     * @return why it cannot join, as a sentence; empty if it can
     */
    Optional<String> refusal(String typed, Set<OdsCode> others, By by, String who) {
        Optional<Practice> found = OdsCode.of(typed).flatMap(practices::find);
        if (found.isEmpty()) {
            return Optional.of(
                    "There is no practice with the ODS code %s in the register: check the code.".formatted(typed));
        }
        Practice practice = found.get();
        String sentence = !practice.open()
                ? "%s is not open: only an open practice can join a case."
                : !practice.inScheme()
                        ? "%s is not one of the practices that this scheme serves."
                        : others.contains(practice.code()) ? "%s is one of the practices of this case already." : null;
        return sentence != null
                ? Optional.of(sentence.formatted(practice.name()))
                : by == By.OFFICE ? caseOfItsOwn(practice, who) : Optional.empty();
    }

    /** Only the office is told, and nobody of a case that is hidden from them. */
    private Optional<String> caseOfItsOwn(Practice practice, String who) {
        return openCases.of(practice.code(), who).stream().findFirst().map(open -> caseOfItsOwn(practice, open));
    }

    private static String caseOfItsOwn(Practice practice, CaseReference open) {
        return "%s has an open case of its own, %s: link the two cases, or end that one first."
                .formatted(practice.name(), open);
    }
}
