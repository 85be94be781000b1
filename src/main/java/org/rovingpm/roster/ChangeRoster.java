package org.rovingpm.roster;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rovingpm.access.PmAccounts;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.MailAddress;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a PM to the roster, or updates one. */
@Component
public class ChangeRoster {

    private static final int FURTHEST_YEARS = 10;
    private static final String UNKNOWN = "There is no practice with this ODS code in the register: check the code.";

    private final RovingPms roster;
    private final Practices practices;
    private final PmAccounts accounts;
    private final Block block;
    private final LiftBarrier liftBarrier;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeRoster(
            RovingPms roster,
            Practices practices,
            PmAccounts accounts,
            Block block,
            LiftBarrier liftBarrier,
            ApplicationEventPublisher events,
            Clock clock) {
        this.roster = roster;
        this.practices = practices;
        this.accounts = accounts;
        this.block = block;
        this.liftBarrier = liftBarrier;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param pm              user id
     * @param sessionsAWeek   half days a week in all
     * @param blockedPractice ODS code of a practice that the PM must not be matched with; null adds none
     * @param blockSide       whose wish that is
     * @param endedPractice   ODS code of the practice from which a barrier is lifted; null lifts none
     * @param ended           what it was
     */
    public record Form(
            @NotBlank(message = "Choose the PM.") @Pattern(
                    regexp = "[a-z0-9][a-z0-9.-]{1,63}",
                    message = "A user name has 2 to 64 lower-case letters, digits, full stops and "
                            + "hyphens, such as pm.green: correct it.")
            String pm,

            @NotBlank(message = "Give the name of the PM.") @PlainText(label = "Name", max = 100, oneLine = true)
            String name,

            @NotBlank(message = "Give the e-mail address of the PM.") @PlainText(label = "E-mail address", max = 200)
            @MailAddress(
                    message = "An e-mail address looks like name@example.org, without accents or spaces: correct it.")
            String email,

            @NotNull(message = "Say whether the PM is active, paused or has left.") RosterStatus status,

            @NotBlank(message = "Give the postcode of the PM's home.") @PlainText(label = "Postcode", max = 10)
            String homePostcode,

            @NotNull(message = "Say how many sessions a week the PM can give.") @DecimalMin(value = "0.25", message = "Sessions a week must be 0.25 or more: pause a PM who can give none.") @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a session is half a day.") @Digits(integer = 2, fraction = 2, message = "Sessions a week may have at most two decimals, such as 2.5.") BigDecimal sessionsAWeek,

            @NotEmpty(message = "Choose at least one kind of help that the PM can give.") List<HelpKind> skills,

            @NotNull(message = "Give the date until which the DBS check is valid.") LocalDate dbsValidUntil,

            @NotNull(message = "Give the date until which the associate agreement is valid.") LocalDate agreementValidUntil,

            @PlainText(label = "ODS code", max = 10) String blockedPractice,
            Block.Side blockSide,

            @PlainText(label = "The reason for the block", max = 200)
            String blockReason,

            @PlainText(label = "ODS code", max = 10) String endedPractice,
            Barrier ended,

            @PlainText(label = "The reason for ending it", max = 200)
            String endReason) {}

    /**
     * Refuses an unknown practice, an invalid postcode, dates more than ten years away, and lifting a barrier that is
     * not in force.
     */
    @Transactional
    public void change(Form form, String who) {
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(
                        accounts.isPm(form.pm()),
                        "pm",
                        ("“%s” cannot sign in as a PM: ask the administrator for an account of this name "
                                        + "in the group of roving practice managers first.")
                                .formatted(form.pm()))
                .require(
                        Postcode.of(form.homePostcode()).isPresent(),
                        "homePostcode",
                        "A postcode looks like NG7 2NR: correct it.")
                .require(
                        near(form.dbsValidUntil(), today),
                        "dbsValidUntil",
                        "The DBS check's date is more than ten years away: check the year.")
                .require(
                        near(form.agreementValidUntil(), today),
                        "agreementValidUntil",
                        "The agreement's date is more than ten years away: check the year.")
                .require(form.blockedPractice() == null || isKnown(form.blockedPractice()), "blockedPractice", UNKNOWN)
                .require(
                        form.blockedPractice() == null || form.blockSide() != null,
                        "blockSide",
                        "Say whether the PM or the practice does not want the match.")
                .require(
                        form.blockedPractice() == null || form.blockReason() != null,
                        "blockReason",
                        "Say why they must not be matched.")
                .require(
                        form.blockedPractice() != null || form.blockReason() == null,
                        "blockedPractice",
                        "Give the ODS code of the blocked practice, or leave the reason empty.")
                .require(form.endedPractice() == null || isKnown(form.endedPractice()), "endedPractice", UNKNOWN)
                .require(form.endedPractice() == null || form.ended() != null, "ended", "Say what has ended.")
                .require(form.endedPractice() == null || form.endReason() != null, "endReason", "Say why it has ended.")
                .require(
                        form.endedPractice() != null || form.endReason() == null,
                        "endedPractice",
                        "Give the ODS code of the practice, or leave the reason empty.")
                .refuseIfAny();
        roster.save(
                new RovingPm(
                        form.pm(),
                        form.name(),
                        form.email(),
                        form.status(),
                        new Postcode(form.homePostcode()),
                        form.sessionsAWeek(),
                        Set.copyOf(form.skills()),
                        form.dbsValidUntil(),
                        form.agreementValidUntil(),
                        today),
                who);
        if (form.blockedPractice() != null) {
            block.block(form.pm(), new OdsCode(form.blockedPractice()), form.blockSide(), form.blockReason(), who);
        }
        if (form.endedPractice() != null) {
            liftBarrier.end(form.pm(), new OdsCode(form.endedPractice()), form.ended(), form.endReason(), who);
        }
        events.publishEvent(new RosterChanged(form.pm()));
    }

    private boolean isKnown(String code) {
        return OdsCode.of(code).flatMap(practices::find).isPresent();
    }

    private static boolean near(LocalDate date, LocalDate today) {
        return !date.isAfter(today.plusYears(FURTHEST_YEARS)) && !date.isBefore(today.minusYears(FURTHEST_YEARS));
    }
}
