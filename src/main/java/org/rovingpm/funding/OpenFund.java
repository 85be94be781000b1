package org.rovingpm.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.rovingpm.submission.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a fund with the money put into it at the start. */
@Component
public class OpenFund {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,29}");

    private final Funds funds;
    private final Ledger ledger;

    OpenFund(Funds funds, Ledger ledger) {
        this.funds = funds;
        this.ledger = ledger;
    }

    /**
     * @param closesOn last day on which its money may be committed; null if it stays open
     * @param amount   pounds, more than nothing
     */
    @Transactional
    public void open(String code, String name, LocalDate opensOn, LocalDate closesOn, BigDecimal amount, String who) {
        open(code, name, opensOn, closesOn, amount, who, "Fund opened");
    }

    /** @param note where the money comes from */
    @Transactional
    public void open(
            String code,
            String name,
            LocalDate opensOn,
            LocalDate closesOn,
            BigDecimal amount,
            String who,
            String note) {
        new Problems()
                .require(
                        code != null && CODE.matcher(code).matches(),
                        "code",
                        "A fund's code is 2 to 30 capital letters, digits and hyphens, such as RESILIENCE-2026.")
                .require(
                        name != null && !name.isBlank() && name.length() <= 100,
                        "name",
                        "Give the fund a name of at most 100 characters.")
                .require(opensOn != null, "opensOn", "Give the day on which the fund opens.")
                .require(
                        opensOn == null || closesOn == null || !closesOn.isBefore(opensOn),
                        "closesOn",
                        "The fund closes before it opens: check the dates.")
                .require(
                        code == null || funds.find(code).isEmpty(),
                        "code",
                        "There is a fund with this code already: choose another.")
                .refuseIfAny();
        funds.add(code, name, opensOn, closesOn);
        ledger.allocate(code, amount, "fund:" + code + ":opened", who, note);
    }
}
