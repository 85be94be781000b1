package org.rovingpm.funding;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a fund, or adds money to one and changes the day on which it closes. */
@Component
public class ChangeFund {

    private static final int FURTHEST_YEARS = 10;

    /** The fund and the money, in pounds. */
    public record Form(
            @NotNull(message = "Give the code of the fund, such as RESILIENCE-2026.") @PlainText(label = "The code of the fund", max = 30)
            String code,

            @PlainText(label = "The name of the fund", max = 100)
            String name,

            @NotNull(message = "Say how much money to add.") @DecimalMin(value = "0.01", message = "The money to add must be £0.01 or more.") @DecimalMax(value = "10000000", message = "The money to add must be £10,000,000 or less: check the amount.") @Digits(integer = 8, fraction = 2, message = "Give the money in pounds and pence, such as 2500.00.") BigDecimal amount,

            LocalDate closesOn,

            @NotNull(message = "Say where the money comes from.") @PlainText(label = "Where the money comes from", max = 500)
            String note) {}

    private final Funds funds;
    private final OpenFund openFund;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeFund(Funds funds, OpenFund openFund, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.funds = funds;
        this.openFund = openFund;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses a new fund without a name, and the same money for the same reason twice on one day. */
    @Transactional
    public void change(Form form, String who) {
        String code = form.code().toUpperCase(Locale.ROOT);
        LocalDate today = LocalDate.now(clock);
        boolean known = funds.find(code).isPresent();
        new Problems()
                .require(
                        known || form.name() != null,
                        "name",
                        "There is no fund %s yet: give the new fund a name.".formatted(code))
                .require(
                        known || form.name() == null || !funds.nameTaken(form.name()),
                        "name",
                        "Another fund has this name already: choose another, or give that fund's code.")
                .require(
                        form.closesOn() == null || !form.closesOn().isBefore(today),
                        "closesOn",
                        "The closing day has passed: give today's date or a later one.")
                .require(
                        form.closesOn() == null || form.closesOn().isBefore(today.plusYears(FURTHEST_YEARS)),
                        "closesOn",
                        "The closing day is more than ten years away: check the year.")
                .refuseIfAny();
        if (!known) {
            openFund.open(code, form.name(), today, form.closesOn(), form.amount(), who, form.note());
            return;
        }
        if (form.closesOn() != null) {
            funds.close(code, form.closesOn());
        }
        String key = "fund:" + code + ":" + today + ":"
                + UUID.nameUUIDFromBytes((form.amount().setScale(2, RoundingMode.UNNECESSARY) + form.note())
                        .getBytes(StandardCharsets.UTF_8));
        refuseRepetition(key);
        ledger.allocate(code, form.amount(), key, who, form.note());
    }

    private void refuseRepetition(String key) {
        if (jdbc.sql("select exists (select from ledger_entry where idempotency_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single()) {
            throw new Refusal(
                    "note",
                    "The same amount was added today for the same reason: if this is more money, say so in the reason.");
        }
    }
}
