package org.rovingpm.schemestart.row;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.rovingpm.placement.IntroductionWay;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;

/** How far an open case had come before it was imported: the fields of its row that are not the request itself. */
record Placing(
        @NotNull(message = "Give your reference of the case.") @PlainText(label = "Your reference", max = 60, oneLine = true)
        String ownReference,

        @NotNull(message = "Give the date of the request.") LocalDate requestedOn,

        @NotNull(message = "Say at which stage the case is.") CaseStage stage,

        @PlainText(label = "The information asked for") String informationAskedFor,

        Rag rag,

        @PlainText(label = "Who agreed the rating", max = 200)
        String agreedWith,

        @PlainText(label = "The help needed") String helpNeeded,

        @DecimalMin(value = "0.5", message = "Sessions a week must be at least 0.5 (a session is half a day).")
        @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a week has ten half days.") @Digits(
                integer = 2,
                fraction = 2,
                message = "Give sessions a week with at most two decimal places, such as 2.5.")
        BigDecimal sessionsAWeek,

        LocalDate expectedStart,

        @Min(value = 1, message = "Expected weeks must be at least 1.") @Max(value = 104, message = "Expected weeks must be 104 or fewer: for longer support, plan again later.") Integer expectedWeeks,

        @PlainText(label = "The PM", max = 64) String pm,
        LocalDate pmSince,
        LocalDate introducedOn,
        IntroductionWay how,
        LocalDate firstVisitOn,
        @PlainText(label = "What the PM found") String findings) {

    /** Refuses a row that lacks what a case of its stage has. */
    void check() {
        boolean assessed = reached(CaseStage.MATCHING);
        boolean placed = hasPm();
        boolean introduced = introducedOn != null;
        new Problems()
                .require(
                        stage != CaseStage.INFORMATION_NEEDED || informationAskedFor != null,
                        "informationAskedFor",
                        "Say what the practice was asked for.")
                .require(!assessed || rag != null, "rag", "Give the rating that was agreed.")
                .require(!assessed || agreedWith != null, "agreedWith", "Say who at the practice agreed the rating.")
                .require(!assessed || helpNeeded != null, "helpNeeded", "Describe the help needed.")
                .require(!assessed || sessionsAWeek != null, "sessionsAWeek", "Give the sessions a week, such as 2.")
                .require(
                        !assessed || expectedStart != null,
                        "expectedStart",
                        "Give the date from which support is given.")
                .require(!assessed || expectedWeeks != null, "expectedWeeks", "Give the weeks of support expected.")
                .require(
                        !reached(CaseStage.INTRODUCING) || stage == CaseStage.CLOSING || pm != null,
                        "pm",
                        "Give the PM of the case.")
                .require(!placed || pmSince != null, "pmSince", "Say since when the PM has the case.")
                .require(!introduced || how != null, "how", "Say how they were introduced.")
                .require(
                        !introduced && (stage != CaseStage.PLANNING && stage != CaseStage.SUPPORTED)
                                || firstVisitOn != null,
                        "firstVisitOn",
                        "Give the day of the first visit.")
                .refuseIfAny();
    }

    boolean reached(CaseStage other) {
        return stage.ordinal() >= other.ordinal();
    }

    boolean hasPm() {
        return reached(CaseStage.INTRODUCING) && pm != null;
    }
}
