package org.rovingpm.survey;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the practice's answers to the scheme's three questions, or why there are none. */
@Component
public class RecordFeedback {

    /** Whether the practice gave feedback. */
    public enum Given {
        YES,
        NO
    }

    /** The answers, 1 (not at all) to 5 (very much). */
    public record Form(
            @NotNull(message = "Say whether the practice gave feedback.") Given given,

            @Min(value = 1, message = "“Would recommend” is a number from 1 to 5.") @Max(value = 5, message = "“Would recommend” is a number from 1 to 5.") Integer wouldRecommend,

            @Min(value = 1, message = "“Length of time useful” is a number from 1 to 5.") @Max(value = 5, message = "“Length of time useful” is a number from 1 to 5.") Integer lengthUseful,

            @Min(value = 1, message = "“Practical improvements” is a number from 1 to 5.") @Max(value = 5, message = "“Practical improvements” is a number from 1 to 5.") Integer improvements,

            @DecimalMin(value = "0", message = "Hours saved a week are 0 or more.") @DecimalMax(value = "200", message = "Hours saved a week are 200 or fewer: check the number.") @Digits(integer = 3, fraction = 1, message = "Give hours saved a week to a tenth, such as 7.5.") BigDecimal hoursSaved,

            @PlainText(label = "What has changed") String whatChanged,
            Boolean mayQuote,
            @PlainText(label = "What they said") String comments,

            @PlainText(label = "Who gave the feedback", max = 200)
            String givenBy,

            @PlainText(label = "Why there is none") String noFeedbackReason) {}

    private final SupportCases cases;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordFeedback(SupportCases cases, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void record(CaseReference reference, Form form, String who) {
        boolean given = form.given() == Given.YES;
        refuseIncomplete(form, given);
        cases.get(reference).refuseUnlessRunning();
        jdbc.sql("""
                insert into feedback (case_reference, given, would_recommend, length_useful, improvements, hours_saved,
                    what_changed, may_quote, comments, given_by, no_reason, recorded_at, recorded_by)
                values (:reference, :given, :recommend, :length, :improvements, :hoursSaved, :whatChanged, :mayQuote, :comments, :givenBy, :noReason, :at, :who)""")
                .param("reference", reference.value())
                .param("given", given)
                .param("recommend", given ? form.wouldRecommend() : null, Types.INTEGER)
                .param("length", given ? form.lengthUseful() : null, Types.INTEGER)
                .param("improvements", given ? form.improvements() : null, Types.INTEGER)
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
                given ? "Feedback given by " + form.givenBy() : "No feedback given",
                null,
                given
                        ? "Recommend %d, length %d, improvements %d (of 5)"
                                .formatted(form.wouldRecommend(), form.lengthUseful(), form.improvements())
                        : null,
                given ? summary(form) : form.noFeedbackReason());
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
                        "Say whether they would recommend the scheme, 1 to 5.")
                .require(
                        !given || form.lengthUseful() != null,
                        "lengthUseful",
                        "Say whether the length of time was useful, 1 to 5.")
                .require(
                        !given || form.improvements() != null,
                        "improvements",
                        "Say whether practical improvements followed, 1 to 5.")
                .require(!given || form.givenBy() != null, "givenBy", "Say who gave the feedback.")
                .require(given || form.noFeedbackReason() != null, "noFeedbackReason", "Say why there is no feedback.")
                .refuseIfAny();
    }
}
