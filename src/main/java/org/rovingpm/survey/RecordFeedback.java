package org.rovingpm.survey;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records how far the practice agrees with the scheme's three statements, or why there is no answer. */
@Component
public class RecordFeedback {

    /** Whether the practice gave feedback. */
    public enum Given {
        YES,
        NO
    }

    /**
     * The answers to the three statements, and what else was said.
     *
     * @param practice which practice; may be null where nothing is known yet of one only
     */
    public record Form(
            @PlainText(label = "Which practice it is", max = 10, oneLine = true)
            String practice,

            @NotNull(message = "Say whether the practice gave feedback.") Given given,

            Agreement wouldRecommend,

            Agreement lengthUseful,

            Agreement improvements,

            @DecimalMin(value = "0", message = "Hours saved a week are 0 or more.") @DecimalMax(value = "200", message = "Hours saved a week are 200 or fewer: check the number.") @Digits(integer = 3, fraction = 1, message = "Give hours saved a week to a tenth, such as 7.5.") BigDecimal hoursSaved,

            @PlainText(label = "What has changed") String whatChanged,
            Boolean mayQuote,
            @PlainText(label = "What they said") String comments,

            @PlainText(label = "Who gave the feedback", max = 200)
            String givenBy,

            @PlainText(label = "Why there is none") String noFeedbackReason) {}

    private final SupportCases cases;
    private final Feedbacks feedbacks;
    private final Practices practices;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordFeedback(
            SupportCases cases,
            Feedbacks feedbacks,
            Practices practices,
            Timeline timeline,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.feedbacks = feedbacks;
        this.practices = practices;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Locks the case until the transaction ends, so that the last practice to answer knows that it is the last.
     *
     * @return whether nothing is known yet of another practice of the case
     */
    @Transactional
    public boolean record(CaseReference reference, Form form, String who) {
        boolean given = form.given() == Given.YES;
        refuseIncomplete(form, given);
        cases.lock(reference);
        cases.get(reference).refuseUnlessRunning();
        List<OdsCode> missing = feedbacks.missing(reference);
        List<OdsCode> all = cases.get(reference).practices();
        OdsCode practice = practiceOf(form, missing, all);
        String of = all.size() == 1 ? "" : ", " + practices.nameOf(practice);
        jdbc.sql("""
                insert into feedback (case_reference, ods_code, given, would_recommend, length_useful, improvements, hours_saved,
                    what_changed, may_quote, comments, given_by, no_reason, recorded_at, recorded_by)
                values (:reference, :practice, :given, :recommend, :length, :improvements, :hoursSaved, :whatChanged, :mayQuote, :comments, :givenBy, :noReason, :at, :who)""")
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("given", given)
                .param("recommend", given ? form.wouldRecommend().name() : null, Types.VARCHAR)
                .param("length", given ? form.lengthUseful().name() : null, Types.VARCHAR)
                .param("improvements", given ? form.improvements().name() : null, Types.VARCHAR)
                .param("hoursSaved", given ? form.hoursSaved() : null, Types.NUMERIC)
                .param("whatChanged", given ? form.whatChanged() : null, Types.VARCHAR)
                .param("mayQuote", given && Boolean.TRUE.equals(form.mayQuote()))
                .param("comments", given ? form.comments() : null, Types.VARCHAR)
                .param("givenBy", given ? form.givenBy() : null, Types.VARCHAR)
                .param("noReason", given ? null : form.noFeedbackReason(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        timeline.add(
                reference,
                who,
                (given ? "Feedback given by " + form.givenBy() : "No feedback given") + of,
                null,
                given
                        ? "Would recommend the scheme: %s. Length of time useful: %s. Practical improvements: %s."
                                .formatted(
                                        form.wouldRecommend().label(),
                                        form.lengthUseful().label(),
                                        form.improvements().label())
                        : null,
                given ? summary(form) : form.noFeedbackReason());
        return missing.size() > 1;
    }

    private static OdsCode practiceOf(Form form, List<OdsCode> missing, List<OdsCode> all) {
        List<OdsCode> asked = missing.isEmpty() ? all : missing;
        boolean toBeChosen = form.practice() == null && asked.size() > 1;
        return (form.practice() == null ? asked.stream().findFirst() : OdsCode.of(form.practice()))
                .filter(one -> !toBeChosen && missing.contains(one))
                .orElseThrow(() -> new Refusal(
                        "practice",
                        toBeChosen
                                ? "Choose the practice: each gives its own feedback."
                                : "This practice has given its feedback already, or is not of the case."));
    }

    private static String summary(Form form) {
        return Stream.of(form.whatChanged(), form.comments())
                .filter(Objects::nonNull)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n\n"), comments -> comments.isEmpty() ? null : comments));
    }

    private static void refuseIncomplete(Form form, boolean given) {
        new Problems()
                .require(
                        !given || form.wouldRecommend() != null,
                        "wouldRecommend",
                        "Say how far they would recommend the scheme.")
                .require(
                        !given || form.lengthUseful() != null,
                        "lengthUseful",
                        "Say how far they agree that the length of time was useful.")
                .require(
                        !given || form.improvements() != null,
                        "improvements",
                        "Say how far they agree that practical improvements followed.")
                .require(!given || form.givenBy() != null, "givenBy", "Say who gave the feedback.")
                .require(given || form.noFeedbackReason() != null, "noFeedbackReason", "Say why there is no feedback.")
                .refuseIfAny();
    }
}
